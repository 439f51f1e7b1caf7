// What takes many steps on the writing connection, one at a time: pruning, clearing, shrinking.

import type { Removal } from './removal.ts';
import { createRetention } from './retention.ts';
import type { FileSpace } from './shrink.ts';
import type { RetentionLimits } from './store.ts';

export interface Maintenance {
  prune(limits: RetentionLimits): Promise<number>;
  clear(endpointId: string | null): Promise<number>;
  remove(id: number): Promise<boolean>;
  unpinned(): void;
  /** Ends what is under way at its next step. */
  close(): Promise<void>;
}

export interface MaintenanceOptions {
  removal: Removal;
  space: FileSpace;
  /** How many deliveries there are. */
  count: () => number;
  /** Bytes that deliveries take on disk. */
  usedBytes: () => number;
  /** ms since 1970. */
  clock: () => number;
  lastId: () => number;
  /** Brings the files on disk to the size of what they hold. */
  settle: () => Promise<void>;
}

export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { removal, space, lastId, settle } = options;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  const turn = async () => {
    await new Promise(setImmediate);
    return !closed;
  };
  const retention = createRetention({ ...options, turn });

  /** Steps of two tasks would only get in each other's way. */
  function afterOthers<T>(task: () => Promise<T>): Promise<T> {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  }

  return {
    prune: (limits) =>
      afterOthers(async () => {
        const removed = await retention.prune(limits);
        if (removed > 0 && space.isWorthShrinking()) await space.shrink(turn);
        return removed;
      }),
    clear: (endpointId) =>
      afterOthers(async () => {
        const removed = await retention.clear(endpointId, lastId());
        await space.shrink(turn);
        if (!closed) await settle();
        return removed;
      }),
    remove: removal.one,
    unpinned: retention.unpinned,
    async close() {
      closed = true;
      await last;
    },
  };
}
