// The colour label of a delivery: a shape in its colour, so that the colour alone never tells it.

import type { Label } from '../../shared/labels.ts';

/** In a box of 12 by 12. */
const SHAPES: Record<Label, string> = {
  red: 'M4 .8h4L11.2 4v4L8 11.2H4L.8 8V4z',
  orange: 'M6 .9 11.6 10.9H.4z',
  yellow: 'M6 .3 7.75 4.05l4.05.5-3 2.8.8 4.1L6 9.4l-3.6 2.05.8-4.1-3-2.8 4.05-.5z',
  green: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  blue: 'M2.2 1.4h7.6a.8.8 0 0 1 .8.8v7.6a.8.8 0 0 1-.8.8H2.2a.8.8 0 0 1-.8-.8V2.2a.8.8 0 0 1 .8-.8z',
  purple: 'M6 .3 11.7 6 6 11.7.3 6z',
  gray: 'M2.6 3.9h6.8a2.1 2.1 0 0 1 0 4.2H2.6a2.1 2.1 0 0 1 0-4.2z',
};

export function LabelSign({ label }: { label: Label }) {
  return (
    <span aria-hidden="true" title={`Labelled ${label}`} className="block flex-none">
      <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5!">
        <path d={SHAPES[label]} fill={`var(--label-${label})`} />
      </svg>
    </span>
  );
}

/** A label as it is written at the start of a line. */
export function labelName(label: Label): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
