// Makes the store's parts for an open database, and wires them.

import { writeFileSync } from 'node:fs';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { createAttemptTable } from './attempts.ts';
import { openBodies } from './bodies.ts';
import { createCheckpoints } from './checkpoints.ts';
import { openCounters } from './counters.ts';
import { createDeliveries } from './deliveries.ts';
import { createIdSource } from './ids.ts';
import { createMaintenance } from './maintenance.ts';
import type { StorePaths } from './paths.ts';
import { createQueries } from './queries.ts';
import { createRemoval } from './removal.ts';
import { createFileSpace } from './shrink.ts';
import { isDamage, sqliteCode, storeUnavailable } from './store-errors.ts';
import { startThreads } from './threads.ts';
import { createTransact } from './transaction.ts';
import { createWriter } from './writer.ts';

export interface PartsOptions {
  db: DatabaseSyncInstance;
  paths: StorePaths;
  /** The bundled reader-worker.ts. */
  readerWorker: URL;
  /** ms since 1970. */
  clock: () => number;
}

export type Parts = ReturnType<typeof createParts>;

export function createParts({ db, paths, readerWorker, clock }: PartsOptions) {
  /** Any error as callers see it; a damaged database is marked for the next start. */
  function explain(error: unknown): Error {
    if (isDamage(sqliteCode(error))) writeFileSync(paths.damagedMark, '');
    return storeUnavailable(paths.dataDir, error);
  }
  const bodies = openBodies(paths);
  const counters = openCounters(db);
  const transact = createTransact(db, counters);
  const deliveries = createDeliveries(db, counters);
  const attempts = createAttemptTable(db);
  transact(attempts.interruptPending);
  const lastId = Math.max(deliveries.lastId(), attempts.lastId());
  void bodies.sweep(lastId, deliveries.isSpooled).catch(() => {});

  const threads = startThreads(readerWorker, paths);
  const space = createFileSpace(db);
  const writer = createWriter({
    deliveries,
    attempts,
    bodies,
    transact,
    explain,
    onCommitted: (bytes) => checkpoints.note(bytes),
  });
  const checkpoints = createCheckpoints({
    checkpoint: () => threads.checkpointer.ask({ kind: 'checkpoint' }),
    pageSize: space.pageSize,
    hold: writer.hold,
    cutLog: space.cutLog,
  });
  const usedBytes = () => space.usedBytes() + counters.total().spooledBytes;
  const maintenance = createMaintenance({
    removal: createRemoval({ db, transact, counters, bodies }),
    count: () => counters.total().deliveries,
    usedBytes,
    clock,
    space,
    settle: checkpoints.settle,
    lastId: deliveries.lastId,
  });
  const queries = createQueries({ reader: threads.reader, counters, usedBytes });
  const nextId = createIdSource(clock, lastId);

  async function close(): Promise<void> {
    writer.close();
    checkpoints.close();
    await maintenance.close();
    await threads.close();
    db.close();
    threads.closeFile();
  }

  return {
    ...{ explain, transact, deliveries, attempts, bodies, writer, maintenance, queries },
    ...{ nextId, close },
  };
}
