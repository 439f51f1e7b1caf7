// What the store asks its reader: pages and counts, in the words of the model.

import type { DeliveryPage } from '../../../shared/contract.ts';
import type { Stats } from '../../../shared/model.ts';
import { HookglassError } from '../errors.ts';
import type { Counters, Counts } from './counters.ts';
import { formatId, parseId } from './ids.ts';
import type { ListQuery, Store } from './store.ts';
import type { WorkerClient } from './worker-client.ts';
import type { Page, ReaderAnswer, ReaderAsk, UnreadAnswer } from './worker-protocol.ts';

export interface QueriesOptions {
  reader: WorkerClient<ReaderAsk, ReaderAnswer>;
  counters: Counters;
  usedBytes: () => number;
}

export function createQueries(options: QueriesOptions): Pick<Store, 'list' | 'stats'> {
  const { reader, counters, usedBytes } = options;
  return {
    async list(query, signal) {
      const answer = await reader.ask(askOf(query), signal);
      const { items, next } = answer as Page;
      const nextCursor = next === null ? null : formatId('dlv', next);
      return { items, nextCursor, total: totalOf(query, counters) } satisfies DeliveryPage;
    },
    async stats(seen) {
      const known = [...counters.all()].flatMap(([endpointId]) => {
        const id = parseId('dlv', (Object.hasOwn(seen, endpointId) && seen[endpointId]) || '');
        return id === null ? [] : [[endpointId, id] as [string, number]];
      });
      const unread = known.length === 0 ? [] : await reader.ask({ kind: 'unread', seen: known });
      return statsOf(counters, new Map(unread as UnreadAnswer), usedBytes());
    },
  };
}

function askOf({ cursor: text, limit, offset, query, endpointId, only }: ListQuery): ReaderAsk {
  const cursor = text === null ? null : parseId('dlv', text);
  if (text !== null && cursor === null) {
    throw new HookglassError(
      'bad-input',
      `“${text}” is not a cursor. Pass the nextCursor of the page before.`,
    );
  }
  return query
    ? { kind: 'search', cursor, limit, query, endpointId, only }
    : { kind: 'list', cursor, limit, offset, endpointId, only };
}

function totalOf({ query, endpointId, only }: ListQuery, counters: Counters): number | null {
  if (query) return null;
  const counts = endpointId === null ? counters.total() : counters.of(endpointId);
  const count: Record<NonNullable<ListQuery['only']>, keyof Counts> = {
    failed: 'failed',
    pinned: 'pinned',
  };
  return counts[only === null ? 'deliveries' : count[only]];
}

function statsOf(
  counters: Counters,
  unread: ReadonlyMap<string, number>,
  usedBytes: number,
): Stats {
  const { deliveries, failed, pinned } = counters.total();
  const endpoints = [...counters.all()]
    .filter(([, counts]) => counts.deliveries > 0)
    .map(([endpointId, { deliveries: total, failed }]) => ({
      endpointId,
      total,
      failed,
      // Nothing seen yet: all are new. Some may have gone since the reader counted.
      unread: Math.min(total, unread.get(endpointId) ?? total),
    }));
  return { deliveries, failed, pinned, bytes: usedBytes, endpoints };
}
