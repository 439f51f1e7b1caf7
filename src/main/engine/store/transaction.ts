// One transaction at a time on the writing connection, with the counters kept in step.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Counters } from './counters.ts';

/** Runs `work` in a transaction. Throws what it threw, with nothing of it done. */
export type Transact = <T>(work: () => T) => T;

export function createTransact(db: DatabaseSyncInstance, counters: Counters): Transact {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  return (work) => {
    try {
      begin.run();
      const result = work();
      counters.write();
      commit.run();
      counters.committed();
      return result;
    } catch (error) {
      counters.forget();
      // A full disk has rolled back already.
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
}
