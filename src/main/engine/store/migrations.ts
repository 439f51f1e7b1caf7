// The numbered migrations, one file each in schema/, and bringing a database up to date.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { initialSchema } from './schema/001-initial.ts';
import { notesSchema } from './schema/002-notes-and-recurrences.ts';
import { removedSchema } from './schema/003-removed.ts';
import { importsSchema } from './schema/004-imports.ts';

/** In order: the first makes version 1 of an empty database. Never change one that was released. */
const migrations: readonly string[] = [initialSchema, notesSchema, removedSchema, importsSchema];

/** The version this program reads and writes. */
export const SCHEMA_VERSION = migrations.length;

/** The version of a database; 0 for an empty one. Throws SQLite's error when it is not a database. */
export function schemaVersion(db: DatabaseSyncInstance): number {
  return Number(db.prepare('PRAGMA user_version').get().user_version);
}

/** Runs what is missing, each migration in a transaction of its own. */
export function migrate(db: DatabaseSyncInstance): void {
  for (let version = schemaVersion(db); version < SCHEMA_VERSION; version++) {
    db.exec(
      `BEGIN IMMEDIATE; ${migrations[version]}; PRAGMA user_version = ${version + 1}; COMMIT`,
    );
  }
}
