// The deliveries of one message in words: which one is open, and how its body compares with another's.

import { assertNever } from '../../../shared/assert-never.ts';
import type { Delivery } from '../../../shared/model.ts';
import { count, duration, timeOfDay } from '../../lib/format.ts';
import { ordinalWord } from '../../lib/repeat-words.ts';

/** What is known of two bodies; `as-long`: they were not looked at, but are of the same size. */
export type BodyLikeness = 'same' | 'other' | 'as-long';

/** `3rd delivery, 40 s after the 2nd; 1 more came later`. */
export function groupWords({
  id,
  redelivery,
  group,
}: Pick<Delivery, 'id' | 'redelivery' | 'group'>): string {
  const later = group.length - 1 - group.findIndex((member) => member.id === id);
  const which = `${ordinalWord(redelivery?.ordinal ?? 1)} delivery`;
  const since =
    redelivery === null
      ? ''
      : `, ${duration(redelivery.sinceMs)} after the ${ordinalWord(redelivery.ordinal - 1)}`;
  const more = later === 0 ? '' : `; ${count(later)} more came later`;
  return `${which}${since}${more}`;
}

/** How the open body compares with that of the delivery of so many. */
export function likenessWords(likeness: BodyLikeness | undefined, ordinal: number): string {
  const other = ordinalWord(ordinal);
  switch (likeness) {
    case undefined:
      return '';
    case 'same':
      return `Same bytes as the ${other}`;
    case 'other':
      return `Other body than the ${other}`;
    case 'as-long':
      return `As long a body as the ${other}`;
    default:
      return assertNever(likeness);
  }
}

/** The same in a word or two, for a list. */
export function likenessWord(likeness: BodyLikeness | undefined): string {
  switch (likeness) {
    case undefined:
      return '';
    case 'same':
      return 'same body';
    case 'other':
      return 'other body';
    case 'as-long':
      return 'as long';
    default:
      return assertNever(likeness);
  }
}

/** When the same body came before. Null: that delivery is gone. */
export function sameBodyWords(
  { receivedAt }: Pick<Delivery, 'receivedAt'>,
  earlier: Pick<Delivery, 'receivedAt'> | null,
): string {
  if (earlier === null) return 'The earlier delivery is not kept any more';
  const time = timeOfDay(earlier.receivedAt).slice(0, 8);
  const before = duration(Date.parse(receivedAt) - Date.parse(earlier.receivedAt));
  return `At ${time}, ${before} earlier`;
}
