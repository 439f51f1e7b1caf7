// What a delivery repeats, as it is told: from the columns, or from what was just written.

import { formatId } from './ids.ts';
import type { Repeats } from './store.ts';

const NOTHING: Repeats = { redelivery: null, sameBodyAs: null };

/** The columns of what a delivery repeats, in the order of its numbers. */
export const REPEATS_COLUMNS = ['first_id', 'ordinal', 'since_ms', 'same_body', 'body_hash'];
export const REPEATS_WIDTH = REPEATS_COLUMNS.length;

/** What deliveries repeat, each by its place: `REPEATS_WIDTH` numbers, 0 for what there is not. */
export type PackedRepeats = Float64Array<ArrayBuffer>;

/** What so many deliveries repeat: nothing yet. */
export function packedRepeats(count: number): PackedRepeats {
  return new Float64Array(count * REPEATS_WIDTH);
}

interface Repeated {
  firstId: number | null;
  ordinal: number | null;
  sinceMs: number | null;
  sameBody: number | null;
}

export function repeatsOf({ firstId, ordinal, sinceMs, sameBody }: Repeated): Repeats {
  if (firstId === null && sameBody === null) return NOTHING;
  return {
    redelivery:
      firstId === null || ordinal === null
        ? null
        : { ordinal, sinceMs: sinceMs ?? 0, firstId: formatId('dlv', firstId) },
    sameBodyAs: sameBody === null ? null : formatId('dlv', sameBody),
  };
}

/** True when one of them repeats something: else there is nothing to tell. */
export function repeatsAny(packed: PackedRepeats): boolean {
  for (let at = 0; at < packed.length; at += REPEATS_WIDTH) {
    if (packed[at] !== 0 || packed[at + 3] !== 0) return true;
  }
  return false;
}

/** What the delivery at a place repeats; `packed` is null where none of them does. */
export function repeatsAt(packed: PackedRepeats | null, place: number): Repeats {
  const at = place * REPEATS_WIDTH;
  if (!packed?.[at] && !packed?.[at + 3]) return NOTHING;
  return repeatsOf({
    firstId: packed[at] || null,
    ordinal: packed[at + 1] || null,
    sinceMs: packed[at + 2] ?? 0,
    sameBody: packed[at + 3] || null,
  });
}

/** Puts the columns of the delivery at a place into `values`, from `to`. */
export function fillRepeats(
  packed: PackedRepeats,
  place: number,
  values: unknown[],
  to: number,
): void {
  const at = place * REPEATS_WIDTH;
  for (let i = 0; i < REPEATS_WIDTH; i++) values[to + i] = packed[at + i] || null;
  // It may have come again in the same millisecond.
  if (packed[at]) values[to + 2] = packed[at + 2];
}
