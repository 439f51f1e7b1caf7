// The colour label of a delivery: a dot, with its name for whoever does not see the colour.

import type { Label } from '../../shared/labels.ts';

export function LabelDot({ label }: { label: Label }) {
  return (
    <span
      title={`Labelled ${label}`}
      className="block size-2 flex-none rounded-full"
      style={{ background: `var(--label-${label})` }}
    />
  );
}
