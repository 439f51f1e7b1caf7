// How much of the database file is in use, and giving the rest back to the disk.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** Pages moved or cut off in a step: about a millisecond. */
const STEP_PAGES = 64;
/** Free pages worth giving back while nobody asked for it: below, they are soon used again. */
const WORTH_BYTES = 64 * 1024 * 1024;
const WORTH_SHARE = 0.25;

export interface FileSpace {
  pageSize: number;
  /** Bytes of pages that hold something. */
  usedBytes(): number;
  /** True when a good part of the file is empty. */
  isWorthShrinking(): boolean;
  /** Moves pages to the front and cuts the file, in small steps; `turn` as in retention.ts. */
  shrink(turn: () => Promise<boolean>): Promise<void>;
  /** Cuts a write-ahead log that is copied already. False when somebody still reads it. */
  cutLog(): boolean;
}

export function createFileSpace(db: DatabaseSyncInstance): FileSpace {
  const pageCount = db.prepare('PRAGMA page_count');
  const freeCount = db.prepare('PRAGMA freelist_count');
  const pageSize: number = db.prepare('PRAGMA page_size').get().page_size;
  const pages = (): number => pageCount.get().page_count;
  const free = (): number => freeCount.get().freelist_count;
  return {
    pageSize,
    usedBytes: () => (pages() - free()) * pageSize,
    isWorthShrinking() {
      const unused = free();
      return unused * pageSize > WORTH_BYTES && unused > pages() * WORTH_SHARE;
    },
    async shrink(turn) {
      // Deliveries that arrive meanwhile use free pages too, so this ends.
      while (free() > 0) {
        db.exec(`PRAGMA incremental_vacuum(${STEP_PAGES})`);
        if (!(await turn())) return;
      }
    },
    cutLog() {
      const { timeout } = db.prepare('PRAGMA busy_timeout').get();
      db.exec('PRAGMA busy_timeout = 0');
      const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      db.exec(`PRAGMA busy_timeout = ${timeout}`);
      return busy === 0;
    },
  };
}
