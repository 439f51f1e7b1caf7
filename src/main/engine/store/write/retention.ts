// Which deliveries go by themselves: those beyond the limits.

import type { Removal } from './removal.ts';
import type { Choose } from './steps.ts';

/** What a small delivery takes beyond its body: headers, verdict, its row. */
const ROW_BYTES = 800;

/** Resolves when other work had its turn; false when the task should end. */
export type Turn = () => Promise<boolean>;

export interface Limits {
  maxCount: number;
  maxBytes: number;
  /** Deliveries with smaller ids are too old. */
  keptFrom: number;
}

export interface Retention {
  /** Removes the oldest unpinned deliveries until the limits are kept. Answers how many went. */
  prune(limits: Limits, turn: Turn): Promise<number>;
  /** A delivery is not pinned any more, or there again: it may be the oldest to go. */
  lookAgain(): void;
}

export interface RetentionOptions {
  removal: Removal;
  /** How many deliveries there are that are not pinned. */
  count: () => number;
  /** Bytes that deliveries take on disk. */
  usedBytes: () => number;
}

export function createRetention(options: RetentionOptions): Retention {
  const { removal } = options;
  /** Everything up to this id is pinned or gone: pinned deliveries are not looked at every time. */
  let settledUpTo = 0;

  return {
    async prune(limits, turn) {
      let total = 0;
      for (;;) {
        const { removed, next } = removal.step(settledUpTo, beyond(limits, options));
        total += removed;
        if (next !== null) settledUpTo = next;
        // Without a next step nothing is left to look at, or what had to go has gone, by what was
        // guessed: then one more look tells.
        if ((next === null && removed === 0) || !(await turn())) break;
      }
      await removal.settled();
      return total;
    },
    lookAgain() {
      settledUpTo = 0;
    },
  };
}

/** Chooses among rows, oldest first, what is beyond the limits at this moment. */
function beyond(
  { maxCount, maxBytes, keptFrom }: Limits,
  { removal, count, usedBytes }: RetentionOptions,
): Choose {
  let tooMany = count() - maxCount;
  let tooManyBytes = usedBytes() - maxBytes;
  return (row) => {
    if (row.pinned) return 'keep';
    if (tooMany <= 0 && tooManyBytes <= 0 && row.id >= keptFrom) return 'stop';
    tooMany -= 1;
    if (tooManyBytes > 0) {
      tooManyBytes -= row.body_size + ROW_BYTES + removal.attemptBytes(row.id);
    }
    return 'remove';
  };
}
