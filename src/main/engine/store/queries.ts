// The store's calls that may look at many rows, in the reader's thread.

import { HookglassError } from '../errors.ts';
import type { Call } from './call.ts';
import { formatId, parseId } from './ids.ts';
import type { ListQuery, Store } from './store.ts';
import type { ListAsk, SearchAsk } from './threads/protocol.ts';
import type { Threads } from './threads/start.ts';

export function createQueries(
  reader: Threads['reader'],
  call: Call,
): Pick<Store, 'list' | 'stats'> {
  return {
    list: (query, signal) =>
      call(async () => {
        const { items, next, total } = await reader.ask(askOf(query), { signal });
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

function askOf({ cursor: text, limit, offset, query, ...filter }: ListQuery): ListAsk | SearchAsk {
  const cursor = text === null ? null : parseId('dlv', text);
  if (text !== null && cursor === null) {
    throw new HookglassError(
      'bad-input',
      `“${text}” is not a cursor. Pass the nextCursor of the page before.`,
    );
  }
  return query
    ? { kind: 'search', cursor, limit, query, ...filter }
    : { kind: 'list', cursor, limit, offset, ...filter };
}
