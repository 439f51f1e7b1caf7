// Keeps the store within the limits: looks after every few hundred deliveries and every few minutes.

import type { Settings } from '../../shared/model.ts';
import type { Store } from './store/store.ts';

const EVERY_MS = 5 * 60_000;
/** Looking costs little, removing is in small steps; a thousand too many hurt nobody. */
const EVERY_DELIVERIES = 1000;

export interface Retention {
  noteStored(): void;
  /** The limits changed: look at once. */
  enforce(): void;
  close(): Promise<void>;
}

export interface RetentionOptions {
  store: Store;
  limits: () => Settings['retention'];
  onPruned: (removed: number) => void;
  onError: (error: unknown) => void;
}

export function createRetention(options: RetentionOptions): Retention {
  let running: Promise<void> | null = null;
  let stored = 0;
  let closed = false;

  function enforce(): void {
    if (running || closed) return;
    stored = 0;
    running = options.store
      .prune(options.limits())
      .then((removed) => {
        if (removed > 0) options.onPruned(removed);
      })
      .catch(options.onError)
      .finally(() => {
        running = null;
      });
  }

  const timer = setInterval(enforce, EVERY_MS);
  timer.unref();
  return {
    noteStored() {
      if (++stored >= EVERY_DELIVERIES) enforce();
    },
    enforce,
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
