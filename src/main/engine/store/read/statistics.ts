// How deliveries of each endpoint, or of each event type, fared: how many failed, and how long their
// answers took.

import type { Statistics, StatisticsGroup } from '../../../../shared/finding.ts';
import { FAILED } from '../codes.ts';
import { textOf } from '../text.ts';
import type { StatisticsAsk } from '../threads/protocol.ts';
import type { ScanRows } from './scan.ts';

/** Answer times that are kept of a group: those of its newest. */
const MAX_TIMES = 10_000;
/** Senders choose event types: nobody may fill the memory with them. */
const MAX_GROUPS = 2000;
const SHOWN_GROUPS = 200;

interface Group {
  count: number;
  failures: number;
  times: number[];
}

export function createStatistics(
  scan: ScanRows,
): (ask: StatisticsAsk, signal: AbortSignal) => Promise<Statistics> {
  return async (ask, signal) => {
    const groups = new Map<string | null, Group>();
    const column = ask.by === 'endpoint' ? 'd.endpoint_id' : 'd.event_type';
    let oldest: number | null = null;
    const { complete } = await scan(
      {
        ...ask,
        columns: `${column}, d.verdict, d.response_status, d.answered_ms, d.received_at`,
        lowest: 0,
      },
      ([name = null, verdict, status, answeredMs, receivedAt]) => {
        oldest = Number(receivedAt);
        const key = name === null || typeof name === 'number' ? null : textOf(name);
        const group = groups.get(key) ?? { count: 0, failures: 0, times: [] };
        if (group.count === 0 && groups.size < MAX_GROUPS) groups.set(key, group);
        group.count++;
        if (verdict === FAILED || Number(status) >= 400) group.failures++;
        if (Number(answeredMs) >= 0 && group.times.length < MAX_TIMES) {
          group.times.push(Number(answeredMs));
        }
      },
      signal,
    );
    const items = [...groups].map(([key, group]) => described(key, group));
    items.sort((a, b) => b.count - a.count);
    const since = complete || oldest === null ? null : new Date(oldest).toISOString();
    return { items: items.slice(0, SHOWN_GROUPS), complete, since };
  };
}

function described(key: string | null, { count, failures, times }: Group): StatisticsGroup {
  const sorted = Float64Array.from(times).sort();
  return {
    key,
    count,
    failures,
    failureRate: failures / count,
    medianMs: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
  };
}

/** The smallest time that at least that share of all does not exceed; null of nothing. */
function quantile(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
