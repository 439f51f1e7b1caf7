// How much of the database file holds something.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** Bytes of the pages that are not free, as the connection sees them. */
export function usedBytes(db: DatabaseSyncInstance): number {
  const { page_count: pages } = db.prepare('PRAGMA page_count').get();
  const { freelist_count: free } = db.prepare('PRAGMA freelist_count').get();
  const { page_size: pageSize } = db.prepare('PRAGMA page_size').get();
  return (pages - free) * pageSize;
}
