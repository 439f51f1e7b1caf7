// Which deliveries go: those beyond the limits, or those that the user clears away.

import { firstIdAt } from './ids.ts';
import type { Choice, RemovableRow, Removal } from './removal.ts';
import type { RetentionLimits } from './store.ts';

const DAY_MS = 86_400_000;
/** What a small delivery takes beyond its body: headers, verdict, its row. */
const ROW_BYTES = 800;

export interface Retention {
  /** Removes the oldest unpinned deliveries until the limits are kept. Answers how many went. */
  prune(limits: RetentionLimits): Promise<number>;
  /** Removes the unpinned deliveries up to `lastId`, of one endpoint or of all. Answers how many. */
  clear(endpointId: string | null, lastId: number): Promise<number>;
  /** A delivery is not pinned any more: it may be the oldest to go. */
  unpinned(): void;
}

export interface RetentionOptions {
  removal: Removal;
  count: () => number;
  /** Bytes that deliveries take on disk. */
  usedBytes: () => number;
  /** ms since 1970. */
  clock: () => number;
  /** Resolves when other work had its turn; false when the store is closing. */
  turn: () => Promise<boolean>;
}

export function createRetention(options: RetentionOptions): Retention {
  const { removal, turn } = options;
  /** Everything up to this id is pinned or gone: pinned deliveries are not looked at every time. */
  let settledUpTo = 0;

  return {
    async prune(limits) {
      let total = 0;
      for (;;) {
        const { removed, next } = removal.step(settledUpTo, beyond(limits, options));
        total += removed;
        if (next !== null) settledUpTo = next;
        // Without a next step there is nothing more to look at, or too few bytes were guessed.
        if ((next === null && removed === 0) || !(await turn())) break;
      }
      await removal.settled();
      return total;
    },
    async clear(endpointId, lastId) {
      let total = 0;
      for (let after: number | null = 0; after !== null; ) {
        const step = removal.step(after, (row) => {
          if (row.id > lastId) return 'stop';
          const wanted = endpointId === null || row.endpoint_id === endpointId;
          return wanted && !row.pinned ? 'remove' : 'keep';
        });
        total += step.removed;
        after = step.next;
        if (!(await turn())) break;
      }
      await removal.settled();
      return total;
    },
    unpinned() {
      settledUpTo = 0;
    },
  };
}

/** Chooses among rows, oldest first, what is beyond the limits at this moment. */
function beyond(
  { maxCount, maxBytes, maxAgeDays }: RetentionLimits,
  { removal, count, usedBytes, clock }: RetentionOptions,
): (row: RemovableRow) => Choice {
  let tooMany = count() - maxCount;
  let tooManyBytes = usedBytes() - maxBytes;
  const keptFrom = firstIdAt(clock() - maxAgeDays * DAY_MS);
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
