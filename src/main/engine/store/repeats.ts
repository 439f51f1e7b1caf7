// What a delivery repeats, as it is told: from the columns, or from what was just written.

import { formatId } from './ids.ts';
import type { Repeats } from './store.ts';
import type { Recurrence } from './write/recurrences.ts';

const NOTHING: Repeats = { redelivery: null, sameBodyAs: null };

export function repeatsOf(
  recurrence: Pick<Recurrence, 'firstId' | 'ordinal' | 'sinceMs' | 'sameBody'> | null,
): Repeats {
  if (recurrence === null) return NOTHING;
  const { firstId, ordinal, sinceMs, sameBody } = recurrence;
  return {
    redelivery:
      firstId === null || ordinal === null
        ? null
        : { ordinal, sinceMs: sinceMs ?? 0, firstId: formatId('dlv', firstId) },
    sameBodyAs: sameBody === null ? null : formatId('dlv', sameBody),
  };
}
