// How many deliveries came when, by verdict and by the class of their answer's status.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { StatusClass, Timeline, TimelineBucket } from '../../../../shared/finding.ts';
import { verdictOf } from '../codes.ts';
import { firstIdAt } from '../ids.ts';
import type { TimelineAsk } from '../threads/protocol.ts';
import type { ScanRows } from './scan.ts';

const CLASSES: readonly StatusClass[] = ['none', '1xx', '2xx', '3xx', '4xx', '5xx'];
const DAY_MS = 86_400_000;

export function createTimeline(
  db: DatabaseSyncInstance,
  scan: ScanRows,
): (ask: TimelineAsk, signal: AbortSignal) => Promise<Timeline> {
  const oldest = db.prepare(
    'SELECT received_at AS at FROM deliveries WHERE id = (SELECT min(id) FROM deliveries)',
  );
  return async (ask, signal) => {
    const to = Math.floor(ask.to ?? ask.context.now);
    const first: { at: number } | undefined = oldest.get();
    const from = Math.floor(Math.min(to - 1, ask.from ?? first?.at ?? to - DAY_MS));
    const bucketMs = Math.max(1, Math.ceil((to - from) / ask.buckets));
    const count = Math.ceil((to - from) / bucketMs);
    const buckets = Array.from({ length: count }, (_, n) => emptyBucket(from + n * bucketMs));
    let since = to;
    const { complete } = await scan(
      {
        ...ask,
        // Counted by SQLite, as handing over every row takes twice as long.
        columns: `CASE WHEN d.received_at >= ${from} AND d.received_at < ${to}
            THEN (d.received_at - ${from}) / ${bucketMs} ELSE -1 END,
          d.verdict, d.response_status / 100, count(*), min(d.received_at)`,
        groupedBy: 3,
        lowest: firstIdAt(from),
      },
      ([place, verdict, hundreds, rows, earliest]) => {
        const bucket = buckets[Number(place)];
        if (!bucket) return;
        since = Math.min(since, Number(earliest));
        const judged = verdictOf(Number(verdict));
        const count = Number(rows);
        bucket.verdicts[judged] += count;
        bucket.statuses[classOf(Number(hundreds))] += count;
        if (judged !== 'failed' && Number(hundreds) >= 4) bucket.refused += count;
      },
      signal,
    );
    const iso = (ms: number) => new Date(ms).toISOString();
    return {
      from: iso(from),
      to: iso(to),
      bucketMs,
      buckets,
      complete,
      since: iso(complete ? from : since),
    };
  };
}

function classOf(hundreds: number): StatusClass {
  return CLASSES[Math.max(0, hundreds)] ?? 'none';
}

function emptyBucket(at: number): TimelineBucket {
  return {
    at: new Date(at).toISOString(),
    verdicts: { verified: 0, failed: 0, unsigned: 0, unchecked: 0 },
    statuses: { '1xx': 0, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0, none: 0 },
    refused: 0,
  };
}
