// The counts beside the endpoints: recounted by the store's reader after something changed, at most
// once a second and never more than a small part of the time, so that they cost receiving nothing.

import { z } from 'zod';
import type { Stats } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import type { KeyValueTable, Store } from './store/store.ts';

const SEEN_KEY = 'seen';
const MIN_INTERVAL_MS = 1000;
/** A recount that took 50 ms is not repeated for 50 × this. */
const REST_FACTOR = 20;
/** … but never longer: the first recount also waits for its thread to start. */
const MAX_INTERVAL_MS = 2000;

const EMPTY_STATS: Stats = { deliveries: 0, pinned: 0, failed: 0, bytes: 0, endpoints: [] };

export interface StatsKeeper {
  /** The last counts; those of an earlier moment while a recount is due. */
  current(): Stats;
  /** The newest delivery that was marked as read, by endpoint. */
  seen(): Record<string, string>;
  /** Something changed: recount soon. */
  touch(): void;
  /** Everything up to `upTo` counts as seen on these endpoints; answers fresh counts. */
  markRead(endpointIds: readonly string[], upTo: string): Promise<Stats>;
  close(): void;
}

export interface StatsKeeperOptions {
  store: Store;
  bus: Bus;
  /** Monotonic, ms. */
  monotonic: () => number;
  onError: (error: unknown) => void;
}

export function createStatsKeeper(options: StatsKeeperOptions): StatsKeeper {
  const { store, bus, monotonic } = options;
  const seen = readSeen(store.settings);
  let stats = EMPTY_STATS;
  let timer: NodeJS.Timeout | null = null;
  let restMs = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  let dirty = false;
  let closed = false;

  async function recount(): Promise<void> {
    dirty = false;
    const started = monotonic();
    const fresh = await store.stats(seen);
    lastEnd = monotonic();
    const rest = (lastEnd - started) * REST_FACTOR;
    restMs = Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, rest));
    stats = fresh;
    bus.publish({ type: 'stats.changed', stats });
  }

  function run(): Promise<void> {
    running ??= recount()
      .catch((error: unknown) => {
        if (!closed) options.onError(error);
      })
      .finally(() => {
        running = null;
        if (dirty) touch();
      });
    return running;
  }

  function touch(): void {
    dirty = true;
    if (timer || running || closed) return;
    const wait = Math.max(0, lastEnd + restMs - monotonic());
    timer = setTimeout(() => {
      timer = null;
      void run();
    }, wait);
    timer.unref();
  }

  return {
    current: () => stats,
    seen: () => ({ ...seen }),
    touch,
    async markRead(endpointIds, upTo) {
      for (const id of endpointIds) seen[id] = upTo;
      store.settings.put(SEEN_KEY, JSON.stringify(seen));
      await running;
      await run();
      return stats;
    },
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
    },
  };
}

/** The newest delivery that was marked as read, by endpoint. */
export function readSeen(table: Pick<KeyValueTable, 'all'>): Record<string, string> {
  const parsed = z
    .record(z.string(), z.string())
    .safeParse(JSON.parse(table.all().get(SEEN_KEY) ?? '{}'));
  return parsed.success ? parsed.data : {};
}
