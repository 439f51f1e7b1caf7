// A wait that a stop ends at once.

import { setTimeout as delay } from 'node:timers/promises';

/** Resolves after `ms`, or as soon as `signal` is aborted. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
