// The store. Writing is in one thread, whatever looks at many rows in another; single rows are read
// here, where they are asked for.

import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { createAttemptReader } from './attempts.ts';
import { adoptBody, prepareBodyFolders, removeBodies, sweepBodies } from './bodies.ts';
import { createChanges } from './changes.ts';
import { createDeliveryReader } from './deliveries.ts';
import { createIdSource, formatId } from './ids.ts';
import { createImportTable } from './imports.ts';
import { createKeyValueTable } from './key-value.ts';
import { openDatabase } from './open.ts';
import { type StorePaths, storePaths } from './paths.ts';
import { createPointReads } from './point-reads.ts';
import { createQueries } from './queries.ts';
import type { OpenedStore, Store } from './store.ts';
import { isDamage, sqliteCode, storeClosed, storeUnavailable } from './store-errors.ts';
import { startThreads } from './threads/start.ts';
import { createWriter } from './writer.ts';

export interface StoreOptions {
  /** Made when it is not there. Take its lock first: lock.ts. */
  dataDir: string;
  /** The bundled reader-worker.ts. */
  readerWorker: URL;
  /** ms since 1970. */
  clock: () => number;
}

/** Rejects `store-unavailable` when the folder or the database can neither be used nor replaced. */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const paths = storePaths(options.dataDir);
  try {
    mkdirSync(paths.dataDir, { recursive: true, mode: 0o700 });
    const { db, setAside } = openDatabase(paths, new Date(options.clock()));
    prepareBodyFolders(paths);
    return { store: createStore(options, paths, db), setAside };
  } catch (error) {
    throw storeUnavailable(paths.dataDir, error);
  }
}

function createStore(
  { readerWorker, clock }: StoreOptions,
  paths: StorePaths,
  db: DatabaseSyncInstance,
): Store {
  const syncFd = openSync(paths.database, 'r+');
  const threads = startThreads(readerWorker, paths, syncFd);
  const deliveries = createDeliveryReader(db);
  const lastId = Math.max(deliveries.lastId(), createAttemptReader(db).lastId());
  void sweepBodies(paths, lastId, deliveries.isKept).catch(() => {});

  /** Any error as callers see it; a damaged database is marked for the next start. */
  function explain(error: unknown): Error {
    if (isDamage(sqliteCode(error))) writeFileSync(paths.damagedMark, '');
    return storeUnavailable(paths.dataDir, error);
  }
  const writer = createWriter({
    commit: (group, transfer) => threads.writer.ask(group, { transfer }),
    adoptBody: (id, received) => adoptBody(paths, id, received),
    discardBody: (id) => void removeBodies(paths, [id]).catch(() => {}),
    explain,
  });

  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    await writer.close();
    await threads.close();
    // Closing a file drops all locks this process has on it, so the descriptor goes last.
    db.close();
    closeSync(syncFd);
  }

  /** Runs a call on what was asked to be written before it; its errors become the store's. */
  async function call<T>(work: () => T | Promise<T>, signal?: AbortSignal): Promise<T> {
    if (closing) throw storeClosed();
    try {
      await writer.settled();
      return await work();
    } catch (error) {
      throw signal?.aborted && error === signal.reason ? error : explain(error);
    }
  }

  const nextId = createIdSource(clock, lastId);
  return {
    newDeliveryId: () => formatId('dlv', nextId()),
    newAttemptId: () => formatId('att', nextId()),
    insert: writer.insert,
    recordAnswer: writer.recordAnswer,
    putAttempt: writer.putAttempt,
    putAttemptBody: writer.putAttemptBody,
    ...createPointReads(db, paths, call),
    ...createChanges(threads.writer, clock, call),
    ...createQueries(threads.reader, clock, call),
    endpoints: createKeyValueTable(db, 'endpoints', explain),
    settings: createKeyValueTable(db, 'settings', explain),
    imports: createImportTable(db, explain),
    close() {
      closing ??= close();
      return closing;
    },
  };
}
