// Several deliveries in few words: how their signatures are, what they are about, when they came.

import type { DeliverySummary, VerdictStatus } from '../../../shared/model.ts';
import { count, counted } from '../../lib/format.ts';

const VERDICTS: readonly [VerdictStatus, string][] = [
  ['verified', 'verified'],
  ['failed', 'failed'],
  ['unsigned', 'unsigned'],
  ['unchecked', 'not checked'],
];

/** What is said of one kind, and of how many. */
export interface Share {
  name: string;
  count: number;
}

/** How many of each verdict; those that there are none of are left out. */
export function verdictShares(
  rows: readonly DeliverySummary[],
): (Share & { status: VerdictStatus })[] {
  return VERDICTS.map(([status, name]) => ({
    status,
    name,
    count: rows.filter(({ verdict }) => verdict.status === status).length,
  })).filter((share) => share.count > 0);
}

/** How many of each name, most first; what has none is counted as `unnamed`. */
export function shares(names: readonly (string | null)[], unnamed: string): Share[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name ?? unnamed, (counts.get(name ?? unnamed) ?? 0) + 1);
  return [...counts]
    .map(([name, times]) => ({ name, count: times }))
    .sort((a, b) => b.count - a.count);
}

/** `10 verified, 2 failed; 3 event types`. */
export function choiceSentence(rows: readonly DeliverySummary[]): string {
  const verdicts = verdictShares(rows).map((share) => `${count(share.count)} ${share.name}`);
  const types = new Set(rows.flatMap(({ eventType }) => eventType ?? [])).size;
  const about = types === 0 ? 'no event type' : counted(types, 'event type', 'event types');
  return `${verdicts.join(', ')}; ${about}`;
}
