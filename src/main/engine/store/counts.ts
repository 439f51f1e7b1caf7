// How many deliveries there are, per endpoint, as the database keeps it: no count needs a scan.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';

export interface Counts {
  deliveries: number;
  failed: number;
  pinned: number;
  /** Bytes of bodies that are files of their own. */
  spooledBytes: number;
}

export const NO_COUNTS: Readonly<Counts> = { deliveries: 0, failed: 0, pinned: 0, spooledBytes: 0 };

/** The counters as they were committed last, by endpoint. */
export function readCounts(db: DatabaseSyncInstance): Map<string, Counts> {
  const rows: { endpointId: string; counts: Counts }[] = db
    .prepare('SELECT endpoint_id, deliveries, failed, pinned, spooled_bytes FROM counters')
    .all()
    .map(({ endpoint_id, spooled_bytes, ...rest }) => ({
      endpointId: endpoint_id,
      counts: { ...rest, spooledBytes: spooled_bytes },
    }));
  return new Map(rows.map(({ endpointId, counts }) => [endpointId, counts]));
}

export function sumCounts(a: Readonly<Counts>, b: Readonly<Counts>): Counts {
  return {
    deliveries: a.deliveries + b.deliveries,
    failed: a.failed + b.failed,
    pinned: a.pinned + b.pinned,
    spooledBytes: a.spooledBytes + b.spooledBytes,
  };
}
