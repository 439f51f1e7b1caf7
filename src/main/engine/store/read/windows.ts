// A long scan in short pieces: each is one statement, so that no read transaction keeps the
// write-ahead log from beginning anew, and other asks get their turn between them.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';

export interface WindowLimits {
  rows: number;
  /** Of bodies that are in the database. */
  bytes: number;
}

/** About 5 ms of searching in deliveries of a kilobyte. */
const MESSAGE_WINDOW: WindowLimits = { rows: 4000, bytes: 8 * 1024 * 1024 };
/** About 5 ms of looking at the small rows only. */
export const ROW_WINDOW: WindowLimits = { rows: 32_000, bytes: Number.POSITIVE_INFINITY };

/** The rows from `low` up to, not including, `high`. */
export interface Window {
  low: number;
  high: number;
  /** How many of them have their body in a file. */
  spooled: number;
}

interface Extent {
  rows: number;
  low: number | null;
  bytes: number;
  spooled: number;
}

/** Answers a function that finds the next window below an id; null when there are no rows. */
export function createWindows(
  db: DatabaseSyncInstance,
  limits: WindowLimits = MESSAGE_WINDOW,
): (below: number) => Window | null {
  const measure = db.prepare(
    `SELECT count(*) AS rows, min(id) AS low, total(spooled) AS spooled,
       total(CASE WHEN spooled THEN 0 ELSE body_size END) AS bytes
     FROM (SELECT id, spooled, body_size FROM deliveries WHERE id < ? ORDER BY id DESC LIMIT ?)`,
  );
  let rows = limits.rows;
  return (below) => {
    for (;;) {
      const extent: Extent = measure.get(below, rows);
      if (extent.low === null) return null;
      if (extent.bytes <= limits.bytes || extent.rows === 1) {
        rows = Math.min(limits.rows, rows * 2);
        return { low: extent.low, high: below, spooled: extent.spooled };
      }
      rows = Math.max(1, Math.floor((extent.rows * limits.bytes) / extent.bytes / 2));
    }
  };
}

/** Lets other asks have their turn. Rejects when `signal` has aborted. */
export async function takeTurns(signal: AbortSignal): Promise<void> {
  await new Promise(setImmediate);
  signal.throwIfAborted();
}
