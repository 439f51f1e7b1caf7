// Opening the database for writing: made when it is not there, brought up to date, and set aside when
// it is damaged or newer than this program.

import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { migrate, SCHEMA_VERSION, schemaVersion } from './migrations.ts';
import type { StorePaths } from './paths.ts';
import { setAside, type Unusable } from './set-aside.ts';
import { isDamage, sqliteCode } from './store-errors.ts';
import { createAttemptWriter } from './write/attempts.ts';

/** A multiple of most deliveries, so that little of a page stays empty. */
const PAGE_BYTES = 8192;
/** Checking a megabyte takes up to 4 ms, and the start must not. */
const FULL_CHECK_BYTES = 16 * 1024 * 1024;
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

export interface OpenedDatabase {
  db: DatabaseSyncInstance;
  setAside: string | null;
}

/** Throws SQLite's or the file system's error when the database can neither be opened nor replaced. */
export function openDatabase(paths: StorePaths, now: Date): OpenedDatabase {
  const why = whyUnusable(paths);
  const message = why ? setAside(paths, why, now) : null;
  rmSync(paths.damagedMark, { force: true });
  // Made here, as SQLite would make it readable for everybody.
  closeSync(openSync(paths.database, 'a', 0o600));
  const db = new DatabaseSync(paths.database, { timeout: 2000 });
  try {
    configureWriting(db);
    migrate(db);
    createAttemptWriter(db).interruptPending();
  } catch (error) {
    db.close();
    throw error;
  }
  return { db, setAside: message };
}

/** For every connection that writes. */
export function configureWriting(db: DatabaseSyncInstance): void {
  // The first two only count for a new file. The checkpoints are made in a thread of their own;
  // wal_autocheckpoint is the net for the case that it fails.
  db.exec(`
    PRAGMA page_size = ${PAGE_BYTES};
    PRAGMA auto_vacuum = INCREMENTAL;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = ${(256 * 1024 * 1024) / PAGE_BYTES};
    PRAGMA journal_size_limit = ${128 * 1024 * 1024};
    PRAGMA cache_size = -4000;
    PRAGMA temp_store = MEMORY;
  `);
}

function whyUnusable(paths: StorePaths): Unusable | null {
  if (existsSync(paths.damagedMark)) return existsSync(paths.database) ? 'damaged' : null;
  if (!existsSync(paths.database) || statSync(paths.database).size === 0) return null;
  if (!hasSoundHeader(paths.database)) return 'damaged';
  const db = new DatabaseSync(paths.database, { timeout: 2000 });
  try {
    if (schemaVersion(db) > SCHEMA_VERSION) return 'newer';
    return isSound(db, paths) ? null : 'damaged';
  } catch (error) {
    if (isDamage(sqliteCode(error))) return 'damaged';
    throw error;
  } finally {
    db.close();
  }
}

/** SQLite takes some damage of the header for a file that may only be read, or of another kind. */
function hasSoundHeader(path: string): boolean {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return false;
  } finally {
    closeSync(file);
  }
  const [writeVersion = 0, readVersion = 0] = header.subarray(18, 20);
  return header.toString('latin1', 0, 16) === MAGIC && writeVersion <= 2 && readVersion <= 2;
}

/**
 * A small database is checked whole. Of a large one: that the file has its length, and that the
 * schema, and both ends of each table, can be read. What is damaged between is found in use, and the
 * mark left then has it set aside at the next start.
 */
function isSound(db: DatabaseSyncInstance, paths: StorePaths): boolean {
  const { size } = statSync(paths.database);
  if (size <= FULL_CHECK_BYTES)
    return db.prepare('PRAGMA quick_check(1)').get().quick_check === 'ok';
  const pages = db.prepare('PRAGMA page_count').get().page_count;
  const pageSize = db.prepare('PRAGMA page_size').get().page_size;
  // With a log, the file may rightly be behind.
  const log = `${paths.database}-wal`;
  const hasLog = existsSync(log) && statSync(log).size > 0;
  if (!hasLog && size < pages * pageSize) return false;
  for (const table of ['deliveries', 'messages', 'attempts', 'counters', 'endpoints', 'settings']) {
    for (const order of ['ASC', 'DESC']) {
      db.prepare(`SELECT * FROM ${table} ORDER BY 1 ${order} LIMIT 1`).get();
    }
  }
  return true;
}
