// One Hookglass per data folder: a lock that the operating system lets go of when the process dies,
// however it dies.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { HookglassError } from '../errors.ts';
import { sqliteCode, storeUnavailable } from './store-errors.ts';

const SQLITE_BUSY = 5;

/** Held until they are let go of: a connection nobody refers to is collected, and its lock with it. */
const held = new Set<DatabaseSyncInstance>();

/**
 * Makes the folder when it is not there (mode 0700) and takes its lock; the function it answers
 * lets go of it. Throws `data-folder-in-use` when another Hookglass has it, `store-unavailable`
 * when the folder cannot be written to.
 */
export function lockDataFolder(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // SQLite's own file lock, held by an open transaction that never writes anything.
    const db = new DatabaseSync(join(dataDir, 'lock.db'), { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      throw error;
    }
    held.add(db);
    return () => {
      if (held.delete(db)) db.close();
    };
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_BUSY) throw storeUnavailable(dataDir, error);
    throw new HookglassError(
      'data-folder-in-use',
      `Another Hookglass is using the data folder ${dataDir}. Quit it first, or start this one with another folder: --data-dir DIR.`,
      { cause: error },
    );
  }
}
