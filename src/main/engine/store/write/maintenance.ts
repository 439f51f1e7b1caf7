// What takes many steps on the writing connection, one at a time: pruning, clearing, shrinking.

import type { Counters } from './counters.ts';
import type { FileSpace } from './file-space.ts';
import type { Removal } from './removal.ts';
import { createRetention, type Limits, type Turn } from './retention.ts';

/** Each ends early, with what was done by then, when its signal aborts. */
export interface Maintenance {
  /** Answers how many deliveries went. */
  prune(limits: Limits, signal: AbortSignal): Promise<number>;
  clear(endpointId: string | null, signal: AbortSignal): Promise<number>;
  remove(id: number): Promise<boolean>;
  /** A delivery is not pinned any more. */
  unpinned(): void;
}

export interface MaintenanceOptions {
  removal: Removal;
  counters: Counters;
  space: FileSpace;
  lastId: () => number;
  /** Brings the files on disk to the size of what they hold. */
  settle: () => Promise<void>;
}

export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { removal, counters, space, lastId, settle } = options;
  const retention = createRetention({
    removal,
    // What was pinned to be kept must not push the newest out.
    count: () => counters.total().deliveries - counters.total().pinned,
    usedBytes: () => space.usedBytes() + counters.total().spooledBytes,
  });
  let last: Promise<unknown> = Promise.resolve();

  /** Steps of two tasks would only get in each other's way. */
  function afterOthers<T>(task: () => Promise<T>): Promise<T> {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  }

  return {
    prune: (limits, signal) =>
      afterOthers(async () => {
        const turn = turnUntil(signal);
        const removed = await retention.prune(limits, turn);
        if (removed > 0 && space.isWorthShrinking()) await space.shrink(turn);
        return removed;
      }),
    clear: (endpointId, signal) =>
      afterOthers(async () => {
        const turn = turnUntil(signal);
        const removed = await retention.clear(endpointId, lastId(), turn);
        await space.shrink(turn);
        if (!signal.aborted) await settle();
        return removed;
      }),
    remove: removal.one,
    unpinned: retention.unpinned,
  };
}

function turnUntil(signal: AbortSignal): Turn {
  return async () => {
    await new Promise(setImmediate);
    return !signal.aborted;
  };
}
