// The database file and its log: how much is in use, and giving the rest back to the disk.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { usedBytes } from '../used-bytes.ts';
import type { Turn } from './retention.ts';

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
  /** Moves pages to the front and cuts the file, in small steps. */
  shrink(turn: Turn): Promise<void>;
  /** Copies what is left of the write-ahead log; it begins anew then if nobody reads it. */
  copyLog(): void;
  /** Copies and cuts the log. False when somebody still reads it. */
  cutLog(): boolean;
}

export function createFileSpace(db: DatabaseSyncInstance): FileSpace {
  const pageCount = db.prepare('PRAGMA page_count');
  const freeCount = db.prepare('PRAGMA freelist_count');
  const free = (): number => freeCount.get().freelist_count;
  const pageSize: number = db.prepare('PRAGMA page_size').get().page_size;
  return {
    pageSize,
    usedBytes: () => usedBytes(db),
    isWorthShrinking() {
      const unused = free();
      return unused * pageSize > WORTH_BYTES && unused > pageCount.get().page_count * WORTH_SHARE;
    },
    async shrink(turn) {
      // Deliveries that arrive meanwhile use free pages too, so this ends.
      while (free() > 0) {
        db.exec(`PRAGMA incremental_vacuum(${STEP_PAGES})`);
        if (!(await turn())) return;
      }
    },
    copyLog: () => db.exec('PRAGMA wal_checkpoint(PASSIVE)'),
    cutLog() {
      const { timeout } = db.prepare('PRAGMA busy_timeout').get();
      db.exec('PRAGMA busy_timeout = 0');
      const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      db.exec(`PRAGMA busy_timeout = ${timeout}`);
      return busy === 0;
    },
  };
}
