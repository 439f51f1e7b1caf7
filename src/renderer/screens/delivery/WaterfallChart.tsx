// A waterfall: what happened when, one line a phase, durations at the right.

import { cx } from '../../lib/cx.ts';
import { duration } from '../../lib/format.ts';
import type { PhaseKind, Waterfall } from './waterfall.ts';

export interface WaterfallChartProps {
  waterfall: Waterfall;
  /** Who gives up at the deadline. */
  deadlineOf?: string;
}

const COLOURS: Record<PhaseKind, string> = {
  receive: 'bg-wave1',
  store: 'bg-wave3',
  connect: 'bg-wave4',
  transfer: 'bg-wave1',
  server: 'bg-wave2',
  answer: 'bg-wave1',
};

/** Thinner bars could not be seen. */
const MIN_PERCENT = 0.8;

export function WaterfallChart({ waterfall, deadlineOf }: WaterfallChartProps) {
  const { phases, scaleMs, deadlineMs } = waterfall;
  const percent = (ms: number) => (ms / scaleMs) * 100;
  return (
    <div className="relative">
      <ul className="flex flex-col gap-[5px] text-ink2">
        {phases.map(({ kind, label, startMs, durationMs }) => {
          const width = Math.max(percent(durationMs), MIN_PERCENT);
          const left = Math.min(percent(startMs), 100 - width);
          return (
            <li
              key={`${label} ${startMs}`}
              className="grid grid-cols-[126px_minmax(0,1fr)_62px] items-center"
            >
              <span>{label}</span>
              <span aria-hidden="true" className="relative block h-3 rounded-[3px] bg-line2">
                <span
                  className={cx('absolute inset-y-0 rounded-[3px]', COLOURS[kind])}
                  style={{ left: `${left}%`, width: `${width}%` }}
                />
                {deadlineMs === null ? null : (
                  <span
                    className="absolute -inset-y-[3px] border-bad border-l-[1.5px] border-dashed"
                    style={{ left: `${percent(deadlineMs)}%` }}
                  />
                )}
              </span>
              <span className="wire text-right">{duration(durationMs)}</span>
            </li>
          );
        })}
      </ul>
      {deadlineMs === null || deadlineOf === undefined ? null : (
        <p className="mt-2 flex items-center gap-2 text-ink3 text-sm">
          <span aria-hidden="true" className="h-3 border-bad border-l-[1.5px] border-dashed" />
          {deadlineOf} gives up after {duration(deadlineMs)}
        </p>
      )}
    </div>
  );
}
