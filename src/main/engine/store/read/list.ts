// Pages of the list, newest first.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Counts, NO_COUNTS, readCounts, sumCounts } from '../counts.ts';
import { type DeliveryRow, SUMMARY_SELECTION, summaryOf } from '../rows.ts';
import type { ListAsk, Page } from '../threads/protocol.ts';
import { filterOf } from './filter.ts';
import { joinSql, sqlOf } from './query/sql.ts';

/**
 * Passing over `offset` rows costs 50 ns each, and filtering 70 ns a row: a jump to the middle of a
 * million takes 25 ms, and an index that would save it costs every insert.
 */
export function createList(db: DatabaseSyncInstance): (ask: ListAsk) => Page {
  const page = (ask: ListAsk): Page => {
    const total = totalOf(ask, readCounts(db));
    if (total === 0) return { items: [], next: null, total };
    const filter = joinSql(
      [sqlOf('d.id < ?', ask.cursor ?? Number.MAX_SAFE_INTEGER), ...filterOf(ask)],
      'AND',
    );
    const statement = db.prepare(
      `SELECT ${SUMMARY_SELECTION} FROM deliveries AS d WHERE ${filter.sql}
       ORDER BY d.id DESC LIMIT ? OFFSET ?`,
    );
    // One more than asked for tells whether there is a next page.
    const rows: DeliveryRow[] = statement.all(...filter.parameters, ask.limit + 1, ask.offset);
    statement.close();
    const shown = rows.slice(0, ask.limit);
    const last = rows.length > ask.limit ? shown.at(-1) : undefined;
    return { items: shown.map(summaryOf), next: last?.id ?? null, total };
  };
  // One state of the database for the count and the rows: others write meanwhile.
  return (ask) => {
    db.exec('BEGIN');
    try {
      return page(ask);
    } finally {
      db.exec('COMMIT');
    }
  };
}

function totalOf({ endpointId, only }: ListAsk, counts: ReadonlyMap<string, Counts>): number {
  const all =
    endpointId === null
      ? [...counts.values()].reduce(sumCounts, NO_COUNTS)
      : (counts.get(endpointId) ?? NO_COUNTS);
  return all[only ?? 'deliveries'];
}
