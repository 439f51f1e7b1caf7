// How many deliveries there are, per endpoint: in memory for whoever asks, and in the database by the
// same transactions that change them.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';

export interface Counts {
  deliveries: number;
  failed: number;
  pinned: number;
  /** Bytes of bodies that are files of their own. */
  spooledBytes: number;
}

export interface Counters {
  of(endpointId: string): Readonly<Counts>;
  total(): Readonly<Counts>;
  all(): ReadonlyMap<string, Readonly<Counts>>;
  /** Where to note what the running transaction changes. */
  changes(endpointId: string): Counts;
  /** Writes what was noted: call it before the commit. */
  write(): void;
  /** The transaction was committed: what was noted counts. */
  committed(): void;
  /** The transaction was not committed: what was noted is forgotten. */
  forget(): void;
}

const NONE: Readonly<Counts> = { deliveries: 0, failed: 0, pinned: 0, spooledBytes: 0 };

export function openCounters(db: DatabaseSyncInstance): Counters {
  const counts = readCounts(db);
  let total = [...counts.values()].reduce(sum, NONE);
  const noted = new Map<string, Counts>();
  const put = db.prepare(
    `INSERT INTO counters (endpoint_id, deliveries, failed, pinned, spooled_bytes)
     VALUES (?, ?, ?, ?, ?) ON CONFLICT (endpoint_id) DO UPDATE SET
       deliveries = excluded.deliveries, failed = excluded.failed, pinned = excluded.pinned,
       spooled_bytes = excluded.spooled_bytes`,
  );
  const of = (endpointId: string) => counts.get(endpointId) ?? NONE;
  return {
    of,
    total: () => total,
    all: () => counts,
    changes(endpointId) {
      let change = noted.get(endpointId);
      if (!change) {
        change = { ...NONE };
        noted.set(endpointId, change);
      }
      return change;
    },
    write() {
      for (const [endpointId, change] of noted) {
        const { deliveries, failed, pinned, spooledBytes } = sum(of(endpointId), change);
        put.run(endpointId, deliveries, failed, pinned, spooledBytes);
      }
    },
    committed() {
      for (const [endpointId, change] of noted) {
        counts.set(endpointId, sum(of(endpointId), change));
        total = sum(total, change);
      }
      noted.clear();
    },
    forget: () => noted.clear(),
  };
}

function readCounts(db: DatabaseSyncInstance): Map<string, Counts> {
  const rows: { endpointId: string; counts: Counts }[] = db
    .prepare('SELECT endpoint_id, deliveries, failed, pinned, spooled_bytes FROM counters')
    .all()
    .map(({ endpoint_id, spooled_bytes, ...rest }) => ({
      endpointId: endpoint_id,
      counts: { ...rest, spooledBytes: spooled_bytes },
    }));
  return new Map(rows.map(({ endpointId, counts }) => [endpointId, counts]));
}

function sum(a: Readonly<Counts>, b: Readonly<Counts>): Counts {
  return {
    deliveries: a.deliveries + b.deliveries,
    failed: a.failed + b.failed,
    pinned: a.pinned + b.pinned,
    spooledBytes: a.spooledBytes + b.spooledBytes,
  };
}
