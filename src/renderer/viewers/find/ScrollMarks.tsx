// Where the matches are in the whole of a body: a line each over its scroll bar.

import type { FindOutcome } from './use-find.ts';

/** Finer than any scroll bar is high. */
const STEPS = 600;

/** Stands in the right edge of a positioned element; takes no clicks. */
export function ScrollMarks({ outcome }: { outcome: FindOutcome | null }) {
  if (outcome?.kind !== 'found') return null;
  const rows = new Set(outcome.places.map(rowOf));
  const current = outcome.places[outcome.current];
  return (
    <svg
      aria-hidden="true"
      data-scroll-marks={rows.size}
      viewBox={`0 0 10 ${STEPS + 2}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-y-0 right-0 h-full w-2.5"
    >
      <path
        d={lines(rows)}
        className="stroke-warn"
        vectorEffect="non-scaling-stroke"
        strokeWidth="2"
      />
      {current === undefined ? null : (
        <path
          d={lines([rowOf(current)])}
          className="stroke-accent"
          vectorEffect="non-scaling-stroke"
          strokeWidth="3"
        />
      )}
    </svg>
  );
}

function rowOf(place: number): number {
  return Math.round(Math.min(Math.max(place, 0), 1) * STEPS) + 1;
}

function lines(rows: Iterable<number>): string {
  return [...rows].map((row) => `M1 ${row}H9`).join('');
}
