// The store's calls that read single rows, on a connection beside the writing one.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { createAttemptReader } from './attempts.ts';
import { bodyPath } from './bodies.ts';
import { byId, type Call } from './call.ts';
import { createDeliveryReader } from './deliveries.ts';
import type { StorePaths } from './paths.ts';
import type { Store } from './store.ts';

type PointReads = Pick<
  Store,
  'getDelivery' | 'getSummary' | 'getBody' | 'getAttempt' | 'getAttemptBody'
>;

export function createPointReads(
  db: DatabaseSyncInstance,
  paths: StorePaths,
  call: Call,
): PointReads {
  const deliveries = createDeliveryReader(db);
  const attempts = createAttemptReader(db);
  return {
    getDelivery: (id) =>
      byId(call, 'dlv', id, null, (row) => deliveries.whole(row, attempts.ofDelivery(row))),
    getSummary: (id) => byId(call, 'dlv', id, null, deliveries.summary),
    getBody: (id) =>
      byId(call, 'dlv', id, null, (row) => deliveries.body(row, bodyPath(paths, row))),
    getAttempt: (id) => byId(call, 'att', id, null, attempts.get),
    getAttemptBody: (id) => byId(call, 'att', id, null, attempts.body),
  };
}
