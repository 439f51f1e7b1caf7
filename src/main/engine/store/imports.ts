// Which deliveries were brought in from a file, by the fingerprint of what they are.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { formatId, parseId } from './ids.ts';

export interface ImportTable {
  /** The id under which it was brought in last; it may be gone since. */
  find(fingerprint: string): string | null;
  /** All in one transaction, done when it returns. */
  put(entries: readonly (readonly [fingerprint: string, deliveryId: string])[]): void;
}

/** Calls throw `explain`ed errors. */
export function createImportTable(
  db: DatabaseSyncInstance,
  explain: (error: unknown) => Error,
): ImportTable {
  const find = db.prepare('SELECT delivery_id FROM imports WHERE fingerprint = ?');
  const put = db.prepare('INSERT OR REPLACE INTO imports (fingerprint, delivery_id) VALUES (?, ?)');
  return {
    find(fingerprint) {
      const row: { delivery_id: number } | undefined = find.get(fingerprint);
      return row ? formatId('dlv', row.delivery_id) : null;
    },
    put(entries) {
      if (entries.length === 0) return;
      try {
        db.exec('BEGIN IMMEDIATE');
        for (const [fingerprint, id] of entries) put.run(fingerprint, parseId('dlv', id));
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw explain(error);
      }
    },
  };
}
