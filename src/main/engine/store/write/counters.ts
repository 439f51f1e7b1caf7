// How many deliveries there are, per endpoint: written by the transactions that change it, and kept in
// memory for what has to be known at every one of them.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Counts, NO_COUNTS, readCounts, sumCounts } from '../counts.ts';

export interface Counters {
  total(): Readonly<Counts>;
  /** Where to note what the running transaction changes. */
  changes(endpointId: string): Counts;
  /** Writes what was noted: call it before the commit. */
  write(): void;
  /** The transaction was committed: what was noted counts. */
  committed(): void;
  /** The transaction was not committed: what was noted is forgotten. */
  forget(): void;
}

export function openCounters(db: DatabaseSyncInstance): Counters {
  const counts = readCounts(db);
  let total = [...counts.values()].reduce(sumCounts, NO_COUNTS);
  const noted = new Map<string, Counts>();
  const put = db.prepare(
    `INSERT INTO counters (endpoint_id, deliveries, failed, pinned, spooled_bytes)
     VALUES (?, ?, ?, ?, ?) ON CONFLICT (endpoint_id) DO UPDATE SET
       deliveries = excluded.deliveries, failed = excluded.failed, pinned = excluded.pinned,
       spooled_bytes = excluded.spooled_bytes`,
  );
  const of = (endpointId: string) => counts.get(endpointId) ?? NO_COUNTS;
  return {
    total: () => total,
    changes(endpointId) {
      let change = noted.get(endpointId);
      if (!change) {
        change = { ...NO_COUNTS };
        noted.set(endpointId, change);
      }
      return change;
    },
    write() {
      for (const [endpointId, change] of noted) {
        const { deliveries, failed, pinned, spooledBytes } = sumCounts(of(endpointId), change);
        put.run(endpointId, deliveries, failed, pinned, spooledBytes);
      }
    },
    committed() {
      for (const [endpointId, change] of noted) {
        counts.set(endpointId, sumCounts(of(endpointId), change));
        total = sumCounts(total, change);
      }
      noted.clear();
    },
    forget: () => noted.clear(),
  };
}
