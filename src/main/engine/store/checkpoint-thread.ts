// In a thread of its own: moves what was committed from the write-ahead log into the database file.
// Copying and syncing take tens of milliseconds, which receiving need not wait for.

import { fsyncSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import type { CheckpointAnswer, CheckpointAsk, WorkerSetup } from './worker-protocol.ts';
import type { Server } from './worker-server.ts';

/** Opens a connection that never writes but by checkpoints, which block neither side. */
export function openCheckpoints(setup: WorkerSetup): Server<CheckpointAsk, CheckpointAnswer> {
  const db = new DatabaseSync(setup.database, { timeout: 1000 });
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -1000');
  return {
    answer() {
      const { log, checkpointed } = db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get();
      // SQLite syncs the file only after it copied all of the log, which under load is while the
      // writer waits. Syncing after every part leaves little to do then. On a descriptor of the
      // store's: closing one here would drop the locks this process has on the file.
      fsyncSync(setup.syncFd);
      return { logged: Math.max(0, log), written: Math.max(0, checkpointed) };
    },
    close: () => db.close(),
  };
}
