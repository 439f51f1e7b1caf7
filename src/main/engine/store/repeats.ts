// What a delivery repeats, as it is told: from the columns, or from what was just written.

import { formatId } from './ids.ts';
import type { Repeats } from './store.ts';
import type { Recurrence } from './write/recurrences.ts';

const NOTHING: Repeats = { redelivery: null, sameBodyAs: null };
/** Numbers to a delivery between the threads: its place, then what it repeats, 0 for null. */
const WIDTH = 5;

export type Repeated = Pick<Recurrence, 'firstId' | 'ordinal' | 'sinceMs' | 'sameBody'>;

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

/** Those of a group that repeat something; as objects they would cost as much as storing them. */
export function packRepeats(repeated: readonly Repeated[]): Float64Array | null {
  const numbers: number[] = [];
  for (let place = 0; place < repeated.length; place++) {
    const each = repeated[place];
    if (!each || (each.firstId === null && each.sameBody === null)) continue;
    numbers.push(
      place,
      each.firstId ?? 0,
      each.ordinal ?? 0,
      each.sinceMs ?? 0,
      each.sameBody ?? 0,
    );
  }
  return numbers.length === 0 ? null : Float64Array.from(numbers);
}

/** Answers what the delivery at a place repeats. */
export function unpackRepeats(packed: Float64Array | null): (place: number) => Repeats {
  if (packed === null) return () => NOTHING;
  const byPlace = new Map<number, number>();
  for (let at = 0; at < packed.length; at += WIDTH) byPlace.set(packed[at] ?? 0, at);
  return (place) => {
    const at = byPlace.get(place);
    if (at === undefined) return NOTHING;
    const [firstId, ordinal, sinceMs, sameBody] = packed.subarray(at + 1, at + WIDTH);
    return repeatsOf({
      firstId: firstId || null,
      ordinal: ordinal || null,
      sinceMs: sinceMs ?? 0,
      sameBody: sameBody || null,
    });
  };
}
