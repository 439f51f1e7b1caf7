// What takes many steps on the writing connection, one at a time: pruning, hiding, bringing back, shrinking.

import type { Hidden } from '../store.ts';
import type { Counters } from './counters.ts';
import type { FileSpace } from './file-space.ts';
import type { Hiding, Restored } from './hiding.ts';
import type { Removal } from './removal.ts';
import { createRetention, type Limits, type Turn } from './retention.ts';
import { STEP_ROWS } from './steps.ts';

/** Each ends early, with what was done by then, when its signal aborts. */
export interface Maintenance {
  /** Answers how many deliveries went. */
  prune(limits: Limits, signal: AbortSignal): Promise<number>;
  hide(ids: readonly number[], signal: AbortSignal): Promise<Hidden>;
  hideAll(endpointId: string | null, signal: AbortSignal): Promise<Hidden>;
  /** Goes to its end: what is not brought back by then would be lost. */
  restore(removal: number): Promise<Restored>;
  purge(removal: number | null, signal: AbortSignal): Promise<number>;
  /** A delivery is not pinned any more. */
  unpinned(): void;
}

export interface MaintenanceOptions {
  removal: Removal;
  hiding: Hiding;
  counters: Counters;
  space: FileSpace;
  lastId: () => number;
  /** Brings the files on disk to the size of what they hold. */
  settle: () => Promise<void>;
}

export function createMaintenance(options: MaintenanceOptions): Maintenance {
  const { removal, hiding, counters, space, lastId, settle } = options;
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
    hide: (ids, signal) => afterOthers(() => hiding.hide(ids, turnUntil(signal))),
    hideAll: (endpointId, signal) =>
      afterOthers(() => hiding.hideAll(endpointId, lastId(), turnUntil(signal))),
    restore: (removal) =>
      afterOthers(async () => {
        const restored = await hiding.restore(removal, oneTurn);
        retention.lookAgain();
        return restored;
      }),
    purge: (removal, signal) =>
      afterOthers(async () => {
        const turn = turnUntil(signal);
        const removed = await hiding.purge(removal, turn);
        if (removed > STEP_ROWS || space.isWorthShrinking()) await space.shrink(turn);
        if (removed > STEP_ROWS && !signal.aborted) await settle();
        return removed;
      }),
    unpinned: retention.lookAgain,
  };
}

async function oneTurn(): Promise<true> {
  await new Promise(setImmediate);
  return true;
}

function turnUntil(signal: AbortSignal): Turn {
  return async () => {
    await oneTurn();
    return !signal.aborted;
  };
}
