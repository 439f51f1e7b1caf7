// What a delivery repeats, in words: a message that came before, or a body under another id.

import type { DeliverySummary } from '../../shared/model.ts';
import { duration } from './format.ts';

type Repeats = Pick<DeliverySummary, 'redelivery' | 'sameBodyAs'>;

/** A number's place in a sequence: `1st`, `2nd`, `3rd`, `11th`. */
export function ordinalWord(value: number): string {
  const teens = value % 100 >= 11 && value % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/**
 * For a row: `3rd` and ` delivery, 40 s later`, the rest of it where there is room. Null where nothing
 * like it came before.
 */
export function repeatNote({
  redelivery,
  sameBodyAs,
}: Repeats): [lead: string, rest: string] | null {
  if (redelivery !== null) {
    const { ordinal, sinceMs } = redelivery;
    return [ordinalWord(ordinal), ` delivery, ${duration(sinceMs)} later`];
  }
  return sameBodyAs === null ? null : ['same body', ' as one before'];
}

/** The same in full: `3rd delivery, 40 s after the 2nd`. */
export function repeatWords({ redelivery, sameBodyAs }: Repeats): string | null {
  if (redelivery !== null) {
    const { ordinal, sinceMs } = redelivery;
    const before = ordinalWord(ordinal - 1);
    return `${ordinalWord(ordinal)} delivery, ${duration(sinceMs)} after the ${before}`;
  }
  return sameBodyAs === null ? null : 'same body as one before';
}
