// The counts beside the endpoints. All but the unread ones are kept; those are counted here.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Stats } from '../../../../shared/model.ts';
import { FAILED } from '../codes.ts';
import { NO_COUNTS, readCounts, sumCounts } from '../counts.ts';
import type { StatsAsk } from '../threads/protocol.ts';
import { usedBytes } from '../used-bytes.ts';
import { createWindows, takeTurns } from './windows.ts';

export function createStats(
  db: DatabaseSyncInstance,
): (ask: StatsAsk, signal: AbortSignal) => Promise<Stats> {
  const countUnread = createUnread(db);
  return async ({ seen }, signal) => {
    const stored = readCounts(db);
    const unread = await countUnread(
      seen.filter(([endpointId]) => stored.has(endpointId)),
      signal,
    );
    const counts = readCounts(db);
    const total = [...counts.values()].reduce(sumCounts, NO_COUNTS);
    const endpoints = [...counts]
      .filter(([, { deliveries }]) => deliveries > 0)
      .map(([endpointId, { deliveries, failed }]) => {
        // Nothing seen yet: all are new. Some may have gone while the others were counted.
        const fresh = unread.get(endpointId) ?? { count: deliveries, failed };
        return {
          endpointId,
          total: deliveries,
          failed,
          unread: Math.min(deliveries, fresh.count),
          unreadFailed: Math.min(failed, fresh.failed),
        };
      });
    return {
      deliveries: total.deliveries,
      pinned: total.pinned,
      failed: total.failed,
      bytes: usedBytes(db) + total.spooledBytes,
      endpoints,
    };
  };
}

interface Unread {
  count: number;
  failed: number;
}

/** One pass over the rows newer than the oldest of the ids, however many endpoints there are. */
function createUnread(db: DatabaseSyncInstance) {
  const nextWindow = createWindows(db);
  const count = db.prepare(
    `SELECT endpoint_id AS endpoint, count(*) AS count, total(verdict = ${FAILED}) AS failed
     FROM deliveries
     WHERE id >= ? AND id < ? GROUP BY endpoint_id`,
  );
  return async (seen: StatsAsk['seen'], signal: AbortSignal): Promise<Map<string, Unread>> => {
    const unread = new Map(seen.map(([endpoint]) => [endpoint, { count: 0, failed: 0 }]));
    // From the newest down: between two of these ids it is the same endpoints that count.
    const borders = [...new Set(seen.map(([, id]) => id))].sort((a, b) => b - a);
    let below = Number.MAX_SAFE_INTEGER;
    for (const border of borders) {
      const counted = new Set(seen.filter(([, id]) => id <= border).map(([endpoint]) => endpoint));
      while (below > border + 1) {
        const low = Math.max(nextWindow(below)?.low ?? 0, border + 1);
        const rows: (Unread & { endpoint: string })[] = count.all(low, below);
        for (const row of rows) {
          const sum = counted.has(row.endpoint) ? unread.get(row.endpoint) : undefined;
          if (sum === undefined) continue;
          sum.count += row.count;
          sum.failed += row.failed;
        }
        below = low;
        await takeTurns(signal);
      }
    }
    return unread;
  };
}
