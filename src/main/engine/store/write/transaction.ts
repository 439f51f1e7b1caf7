// One transaction at a time on the writing connection, with the counters kept in step.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Counters } from './counters.ts';

/** A commit writes whole pages: those it changed, whatever else is on them. */
const COMMIT_BYTES = 24 * 1024;

/** Runs `work` in a transaction, which writes about `bytes`. Throws what it threw, with nothing done. */
export type Transact = <T>(work: () => T, bytes?: number) => T;

/** `onCommitted` is told about how many bytes went to the write-ahead log. */
export function createTransact(
  db: DatabaseSyncInstance,
  counters: Counters,
  onCommitted: (bytes: number) => void,
): Transact {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  return (work, bytes = 0) => {
    try {
      begin.run();
      const result = work();
      counters.write();
      commit.run();
      counters.committed();
      onCommitted(COMMIT_BYTES + bytes);
      return result;
    } catch (error) {
      counters.forget();
      // A full disk has rolled back already.
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
}
