// The store's calls that may look at many rows, in the reader's thread.

import type { Query } from '../../../shared/query/ast.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { HookglassError } from '../errors.ts';
import type { Call } from './call.ts';
import { formatId, parseId } from './ids.ts';
import type { ListQuery, QueryContext, Store } from './store.ts';
import type { ListAsk, SearchAsk } from './threads/protocol.ts';
import type { Threads } from './threads/start.ts';

export function createQueries(
  reader: Threads['reader'],
  clock: () => number,
  call: Call,
): Pick<Store, 'list' | 'stats'> {
  return {
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
  const filter = parsedQuery(query.query ?? '');
  if (filter.kind === 'all' && after === null) {
    return { kind: 'list', cursor, limit, offset, endpointId, only };
  }
  const context = query.context ?? { ...NO_CONTEXT, now };
  return { kind: 'search', cursor, after, limit, query: filter, context, endpointId, only };
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

/** Throws `bad-input`, which says what is wrong and where. */
export function parsedQuery(text: string): Query {
  const parsed = parseQuery(text);
  if (parsed.ok) return parsed.query;
  const { error } = parsed;
  const message = `At ${error.at + 1} in the filter: ${error.message}`;
  throw new HookglassError('bad-input', message, { details: { ...error } });
}
