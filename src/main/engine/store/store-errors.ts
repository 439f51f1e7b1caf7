// What went wrong in SQLite or the file system, as a sentence and as a decision.

import { HookglassError } from '../errors.ts';

const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** SQLite's primary result code; null for errors that are not SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  // The low byte; the rest is the extended code.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

/** True when the database itself is broken, and trying again will not help. */
export function isDamage(code: number | null): boolean {
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** Any error of the store as the `store-unavailable` that callers see. */
export function storeUnavailable(dataDir: string, error: unknown): HookglassError {
  if (error instanceof HookglassError) return error;
  return new HookglassError('store-unavailable', explain(dataDir, error), { cause: error });
}

function explain(dataDir: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const nodeCode = error instanceof Error && 'code' in error ? error.code : null;
  const code = sqliteCode(error);
  if (code === SQLITE_FULL || nodeCode === 'ENOSPC') {
    return `The disk is full: nothing more can be stored in ${dataDir}. Free some space and try again.`;
  }
  if (code === SQLITE_READONLY || nodeCode === 'EACCES' || nodeCode === 'EPERM') {
    return `Hookglass may not write in ${dataDir} (${reason}). Check the permissions of that folder.`;
  }
  if (isDamage(code)) {
    return `The database in ${dataDir} is damaged (${reason}). Restart Hookglass: it keeps the damaged file under another name and begins with a new one.`;
  }
  if (code === SQLITE_IOERR) {
    return `The disk refused to read or write in ${dataDir} (${reason}). Check that it is still there and working.`;
  }
  return `The database in ${dataDir} cannot be used: ${reason}`;
}

/** What every call answers after the store was closed. */
export function storeClosed(): HookglassError {
  return new HookglassError('store-unavailable', 'Hookglass is stopping: its store is closed.');
}
