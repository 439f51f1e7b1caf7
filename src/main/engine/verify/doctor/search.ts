// The trying itself: every hypothesis in its order, then two changes at once, until the signature
// matches or the time is over.

import { bodySize } from '../../body.ts';
import type { Case, Change, Trial } from './case.ts';
import { HYPOTHESES } from './hypotheses.ts';
import { pairs } from './pairs.ts';
import { matches } from './trial.ts';

/** Larger bodies are not tried out. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;

export interface Tried {
  /** What matched: one change, or two that only match together; empty when nothing did. */
  found: readonly Trial[];
  /** What failed, in words that can be listed. */
  ruledOut: string[];
  /** Why not everything was tried; null when it was. */
  unfinished: string | null;
}

const TOO_LARGE = 'The body is larger than 5 MB, so nothing was tried.';
const NO_TIME = 'There was no time left to try everything.';

/** Every step is one trial; `isOver` is asked behind each. */
export function* search(subject: Case, isOver: () => boolean): Generator<undefined, Tried> {
  const ruledOut: string[] = [];
  const ended = (found: readonly Trial[], unfinished: string | null): Tried => ({
    ...{ found, ruledOut, unfinished },
  });
  if (bodySize(subject.view.body) > MAX_BODY_BYTES) return ended([], TOO_LARGE);
  for (const { tries, rulesOut } of HYPOTHESES) {
    const { outcome, count } = yield* tryAll(tries(subject), subject, isOver);
    if (outcome === 'over') return ended([], NO_TIME);
    if (outcome !== 'none') return ended([outcome], null);
    if (count > 0 && rulesOut !== null) ruledOut.push(rulesOut);
  }
  const { outcome, count } = yield* tryAll(pairs(subject), subject, isOver);
  if (outcome === 'over') return ended([], NO_TIME);
  if (outcome !== 'none') return ended(outcome.both, null);
  if (count > 0) ruledOut.push('a wrong secret and a change on the way together');
  return ended([], null);
}

interface Outcome<T> {
  outcome: T | 'none' | 'over';
  count: number;
}

function* tryAll<T extends Change>(
  trials: Iterable<T>,
  subject: Case,
  isOver: () => boolean,
): Generator<undefined, Outcome<T>> {
  let count = 0;
  try {
    for (const trial of trials) {
      count++;
      if (matches(subject, trial)) return { outcome: trial, count };
      yield;
      if (isOver()) return { outcome: 'over', count };
    }
  } catch {
    // A request that one hypothesis cannot cope with is still one for the others.
    return { outcome: 'none', count: 0 };
  }
  return { outcome: 'none', count };
}
