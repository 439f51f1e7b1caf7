// Rows of the list from one to another: those that are loaded at once, the others from the host.

import type { DeliverySummary } from '../../shared/model.ts';
import type { Call } from '../../shared/rpc.ts';
import { compareIds } from './list-window.ts';
import { scopeInput } from './scope.ts';
import { indexOf, rowAt, rowCount, type StreamState } from './stream.ts';

/** As many deliveries as the host takes in one call. */
export const MAX_MARKED = 10_000;
const PAGE = 500;

export interface MarkedRows {
  /** Newest first. */
  rows: DeliverySummary[];
  /** There were more than {@link MAX_MARKED}. */
  capped: boolean;
}

/** The rows from one to the other, both of them among them. */
export async function rowsBetween(
  ask: Call,
  stream: StreamState,
  a: DeliverySummary,
  b: DeliverySummary,
): Promise<MarkedRows> {
  const [newer, older] = compareIds(a.id, b.id) > 0 ? [a, b] : [b, a];
  const loaded = loadedBetween(stream, indexOf(stream, newer.id), indexOf(stream, older.id));
  return loaded ?? fetchDown(ask, stream, [newer], (row) => compareIds(row.id, older.id) >= 0);
}

/** All rows of the list, as it stands: what waits behind the pill is not among them. */
export async function rowsFromTop(ask: Call, stream: StreamState): Promise<MarkedRows> {
  const total = rowCount(stream);
  const ended = stream.search === null || stream.search.status === 'done';
  const loaded = ended ? loadedBetween(stream, 0, total - 1) : null;
  const first = rowAt(stream, 0);
  if (loaded !== null) return loaded;
  return first === undefined
    ? { rows: [], capped: false }
    : fetchDown(ask, stream, [first], () => true);
}

/** Null when some of them are not loaded. */
function loadedBetween(stream: StreamState, first: number, last: number): MarkedRows | null {
  if (first === -1 || last < first || last - first >= MAX_MARKED) return null;
  const rows: DeliverySummary[] = [];
  for (let index = first; index <= last; index++) {
    const row = rowAt(stream, index);
    if (row === undefined) return null;
    rows.push(row);
  }
  return { rows, capped: false };
}

/** Asks for what follows below `rows`, page by page, while it is wanted. */
async function fetchDown(
  ask: Call,
  { scope, search }: StreamState,
  rows: DeliverySummary[],
  wanted: (row: DeliverySummary) => boolean,
): Promise<MarkedRows> {
  let cursor = rows.at(-1)?.id ?? null;
  while (cursor !== null) {
    const page = await ask('deliveries.list', {
      ...scopeInput(scope),
      ...(search === null ? {} : { query: search.query }),
      limit: PAGE,
      cursor,
    });
    for (const row of page.items) {
      if (!wanted(row)) return { rows, capped: false };
      if (rows.length === MAX_MARKED) return { rows, capped: true };
      rows.push(row);
    }
    cursor = page.nextCursor;
  }
  return { rows, capped: false };
}
