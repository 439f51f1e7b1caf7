// How many deliveries of each endpoint are newer than the last one seen on it.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { UnreadAnswer, UnreadAsk } from '../worker-protocol.ts';
import { createWindows, takeTurns } from './windows.ts';

export type Unread = (ask: UnreadAsk, signal: AbortSignal) => Promise<UnreadAnswer>;

/** One pass over the rows newer than the oldest of the ids, however many endpoints there are. */
export function createUnread(db: DatabaseSyncInstance): Unread {
  const nextWindow = createWindows(db);
  const count = db.prepare(
    `SELECT endpoint_id AS endpoint, count(*) AS count FROM deliveries
     WHERE id >= ? AND id < ? GROUP BY endpoint_id`,
  );
  return async ({ seen }, signal) => {
    const unread = new Map(seen.map(([endpoint]) => [endpoint, 0]));
    // From the newest down: between two of these ids it is the same endpoints that count.
    const borders = [...new Set(seen.map(([, id]) => id))].sort((a, b) => b - a);
    let below = Number.MAX_SAFE_INTEGER;
    for (const border of borders) {
      const counted = new Set(seen.filter(([, id]) => id <= border).map(([endpoint]) => endpoint));
      while (below > border + 1) {
        const low = Math.max(nextWindow(below)?.low ?? 0, border + 1);
        const rows: { endpoint: string; count: number }[] = count.all(low, below);
        for (const row of rows) {
          if (!counted.has(row.endpoint)) continue;
          unread.set(row.endpoint, (unread.get(row.endpoint) ?? 0) + row.count);
        }
        below = low;
        await takeTurns(signal);
      }
    }
    return [...unread];
  };
}
