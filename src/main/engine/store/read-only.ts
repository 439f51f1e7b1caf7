// A data folder's database, only to be looked at, in this thread: whether or not a Hookglass runs on it.

import { existsSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { HookglassError } from '../errors.ts';
import type { Call } from './call.ts';
import { createKeyValueTable } from './key-value.ts';
import { SCHEMA_VERSION, schemaVersion } from './migrations.ts';
import { storePaths } from './paths.ts';
import { createPointReads } from './point-reads.ts';
import { createQueries } from './queries.ts';
import type { KeyValueTable, Store } from './store.ts';
import { storeUnavailable } from './store-errors.ts';
import { openReader } from './threads/reader.ts';

export interface ReadOnlyStore
  extends Pick<Store, 'list' | 'getDelivery' | 'getBody' | 'getAttemptBody'> {
  endpoints: Pick<KeyValueTable, 'all'>;
  settings: Pick<KeyValueTable, 'all'>;
  close(): void;
}

/** Throws `not-found` where no Hookglass ever ran, and `store-unavailable` for what cannot be read. */
export function openReadOnly(dataDir: string, clock: () => number): ReadOnlyStore {
  const { database } = storePaths(dataDir);
  if (!existsSync(database)) {
    const message = `There are no deliveries in ${dataDir}: Hookglass has not run there yet.`;
    throw new HookglassError('not-found', message);
  }
  const explain = (error: unknown) => storeUnavailable(dataDir, error);
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(database, { readOnly: true, timeout: 1000 });
    requireVersion(schemaVersion(db), dataDir);
    return reading(db, dataDir, clock, explain);
  } catch (error) {
    db?.close();
    throw explain(error);
  }
}

function reading(
  db: DatabaseSyncInstance,
  dataDir: string,
  clock: () => number,
  explain: (error: unknown) => Error,
): ReadOnlyStore {
  const endpoints = createKeyValueTable(db, 'endpoints', explain);
  const settings = createKeyValueTable(db, 'settings', explain);
  const reader = openReader({ dataDir });
  const { signal } = new AbortController();
  const call: Call = async (work) => {
    try {
      return await work();
    } catch (error) {
      throw explain(error);
    }
  };
  const { list } = createQueries(
    { ask: async (ask) => (await reader.answer(ask, () => signal)) as never },
    clock,
    call,
  );
  const { getDelivery, getBody, getAttemptBody } = createPointReads(db, storePaths(dataDir), call);
  return {
    ...{ list, getDelivery, getBody, getAttemptBody },
    endpoints,
    settings,
    close() {
      void reader.close();
      db.close();
    },
  };
}

function requireVersion(version: number, dataDir: string): void {
  if (version === SCHEMA_VERSION) return;
  const message =
    version < SCHEMA_VERSION
      ? `The deliveries in ${dataDir} are of an earlier Hookglass: start this one once, which brings them up to date.`
      : `The deliveries in ${dataDir} are of a newer Hookglass than this one.`;
  throw new HookglassError('store-unavailable', message);
}
