// The store. One connection writes, and reads single rows; everything that may take long is in the
// reader's thread.

import { mkdirSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { formatId, type IdPrefix, parseId } from './ids.ts';
import { createKeyValueTable } from './key-value.ts';
import { openDatabase } from './open.ts';
import { createParts, type Parts } from './parts.ts';
import { storePaths } from './paths.ts';
import type { OpenedStore, Store } from './store.ts';
import { storeClosed, storeUnavailable } from './store-errors.ts';

export interface StoreOptions {
  /** Made when it is not there. Take its lock first: lock.ts. */
  dataDir: string;
  /** The bundled reader-worker.ts. */
  readerWorker: URL;
  /** ms since 1970. */
  clock: () => number;
}

/** Rejects `store-unavailable` when the folder or the database can neither be used nor replaced. */
export async function openStore({
  dataDir,
  readerWorker,
  clock,
}: StoreOptions): Promise<OpenedStore> {
  const paths = storePaths(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const { db, setAside } = openDatabase(paths, new Date(clock()));
    const parts = createParts({ db, paths, readerWorker, clock });
    return { store: createStore(db, parts), setAside };
  } catch (error) {
    throw storeUnavailable(dataDir, error);
  }
}

function createStore(db: DatabaseSyncInstance, parts: Parts): Store {
  const { deliveries, attempts, bodies, writer, maintenance, queries, transact, explain } = parts;
  let closing: Promise<void> | null = null;

  /** Runs a call on what was asked to be written before; its errors become the store's. */
  async function call<T>(work: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    if (closing) throw storeClosed();
    try {
      writer.flush();
      return await work();
    } catch (error) {
      throw signal?.aborted && error === signal.reason ? error : explain(error);
    }
  }

  /** A call about one row; `none` when the text cannot be an id. */
  function byId<T>(prefix: IdPrefix, id: string, none: T, work: (id: number) => T | Promise<T>) {
    const row = parseId(prefix, id);
    return call(() => (row === null ? none : work(row)));
  }

  return {
    newDeliveryId: () => formatId('dlv', parts.nextId()),
    newAttemptId: () => formatId('att', parts.nextId()),
    insert: writer.insert,
    recordAnswer: writer.recordAnswer,
    putAttempt: writer.putAttempt,
    putAttemptBody: writer.putAttemptBody,
    getDelivery: (id) =>
      byId('dlv', id, null, (row) => deliveries.whole(row, attempts.ofDelivery(row))),
    getSummary: (id) => byId('dlv', id, null, deliveries.summary),
    getBody: (id) => byId('dlv', id, null, (row) => deliveries.body(row, bodies.pathOf)),
    getAttempt: (id) => byId('att', id, null, attempts.get),
    getAttemptBody: (id) => byId('att', id, null, attempts.body),
    list: (query, signal) => call(() => queries.list(query, signal), signal),
    stats: (seen) => call(() => queries.stats(seen)),
    setPinned: (id, pinned) =>
      byId('dlv', id, false, (row) => {
        if (!pinned) maintenance.unpinned();
        return transact(() => deliveries.setPinned(row, pinned));
      }),
    removeDelivery: (id) => byId('dlv', id, false, maintenance.remove),
    clear: (endpointId) => call(() => maintenance.clear(endpointId)),
    prune: (limits) => call(() => maintenance.prune(limits)),
    endpoints: createKeyValueTable(db, 'endpoints', explain),
    settings: createKeyValueTable(db, 'settings', explain),
    close() {
      closing ??= parts.close();
      return closing;
    },
  };
}
