// The store's calls that may look at many rows, in the reader's thread.

import { HookglassError } from '../errors.ts';
import type { Call } from './call.ts';
import { formatId, parseId } from './ids.ts';
import { parsedQuery } from './parsed-query.ts';
import type { Chosen, ListQuery, QueryContext, Store } from './store.ts';
import type { ChosenAsk, ListAsk, SearchAsk } from './threads/protocol.ts';
import type { Threads } from './threads/start.ts';

export function createQueries(
  reader: Pick<Threads['reader'], 'ask'>,
  clock: () => number,
  call: Call,
): Pick<Store, 'list' | 'stats' | 'count' | 'timeline' | 'statistics' | 'suggest'> {
  return {
    count: (chosen) => call(() => reader.ask({ kind: 'count', ...chosenAsk(chosen, clock()) })),
    timeline: ({ from, to, buckets, ...chosen }) =>
      call(() =>
        reader.ask({ kind: 'timeline', from, to, buckets, ...chosenAsk(chosen, clock()) }),
      ),
    statistics: ({ by, ...chosen }) =>
      call(() => reader.ask({ kind: 'statistics', by, ...chosenAsk(chosen, clock()) })),
    suggest: (ask) => call(() => reader.ask({ kind: 'suggest', ...ask })),
    list: (query, signal) =>
      call(async () => {
        const { items, next, total } = await reader.ask(askOf(query, clock()), { signal });
        return { items, nextCursor: next === null ? null : formatId('dlv', next), total };
      }, signal),
    stats: (seen) =>
      call(() => {
        const known = Object.entries(seen).flatMap(([endpointId, text]): [string, number][] => {
          const id = parseId('dlv', text);
          return id === null ? [] : [[endpointId, id]];
        });
        return reader.ask({ kind: 'stats', seen: known });
      }),
  };
}

function askOf(query: ListQuery, now: number): ListAsk | SearchAsk {
  const { limit, offset, endpointId, only } = query;
  const cursor = rowOf(query.cursor);
  const after = rowOf(query.after ?? null);
  const chosen = chosenAsk(query, now);
  const ids = query.ids?.flatMap((id) => parseId('dlv', id) ?? []) ?? null;
  if (chosen.query.kind === 'all' && after === null && ids === null) {
    return { kind: 'list', cursor, limit, offset, endpointId, only };
  }
  return { kind: 'search', cursor, after, ids, limit, ...chosen };
}

function chosenAsk({ query, endpointId, only, context }: Chosen, now: number): ChosenAsk {
  return {
    query: parsedQuery(query ?? ''),
    context: context ?? { ...NO_CONTEXT, now },
    endpointId,
    only,
  };
}

const NO_CONTEXT: Omit<QueryContext, 'now'> = { endpoints: [], deadlines: [], seen: {} };

function rowOf(text: string | null): number | null {
  if (text === null) return null;
  const row = parseId('dlv', text);
  if (row !== null) return row;
  throw new HookglassError(
    'bad-input',
    `“${text}” is not a cursor. Pass the nextCursor of the page before.`,
  );
}
