// In a thread of its own: moves what was committed from the write-ahead log into the database file.
// Copying and syncing take tens of milliseconds, which commits need not wait for.

import { fsyncSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { storePaths } from '../paths.ts';
import type { CheckpointAnswers, CheckpointAsk, ThreadSetup } from './protocol.ts';
import type { ThreadServer } from './server.ts';

/** Opens a connection that never writes but by checkpoints, which block neither side. */
export function openCheckpointer({ dataDir, syncFd }: ThreadSetup): ThreadServer<CheckpointAsk> {
  const db = new DatabaseSync(storePaths(dataDir).database, { timeout: 1000 });
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -1000');
  return {
    answer(): CheckpointAnswers['checkpoint'] {
      const { log, checkpointed } = db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get();
      // SQLite syncs the file only when it has copied all of the log, which under load is when the
      // writer does the last bit itself. Syncing after every part leaves little for then. On a
      // descriptor of the store's: closing one here would drop this process's locks on the file.
      fsyncSync(syncFd);
      return { logged: Math.max(0, log), written: Math.max(0, checkpointed) };
    },
    close: () => db.close(),
  };
}
