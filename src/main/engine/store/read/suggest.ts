// Values that a field of the newest deliveries has, for somebody who is typing a filter.

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { lowerAscii } from '../../../../shared/query/matches.ts';
import { decodeHeaders } from '../headers.ts';
import type { SuggestColumn } from '../store.ts';
import { textOf } from '../text.ts';
import type { SuggestAsk } from '../threads/protocol.ts';
import { bodyPaths } from './body-paths.ts';

/** Looked at for what is in the small rows, and for what is in messages. */
const MAX_ROWS = 20_000;
const MAX_MESSAGES = 500;
const MAX_BODIES = 50;
const MAX_BODY_BYTES = 64 * 1024;
const MAX_VALUE = 200;

const COLUMNS: Readonly<Record<SuggestColumn, string>> = {
  reason: 'reason',
  provider: 'provider',
  type: 'event_type',
  id: 'message_id',
  method: 'method',
  path: 'target',
  status: 'CASE WHEN response_status >= 0 THEN response_status END',
  note: 'note',
};

/** Each value once, the one that came last first; those that begin with the prefix before the others. */
export function createSuggest(db: DatabaseSyncInstance): (ask: SuggestAsk) => string[] {
  const heads = db.prepare(
    `SELECT substr(raw, head_start + 1, head_end - head_start) AS bytes FROM messages
     ORDER BY id DESC LIMIT ${MAX_MESSAGES}`,
  );
  const bodies = db.prepare(
    `SELECT CAST(substr(m.raw, m.head_end + 1) AS TEXT) AS text
     FROM deliveries AS d JOIN messages AS m ON m.id = d.id
     WHERE d.spooled = 0 AND d.body_size BETWEEN 2 AND ${MAX_BODY_BYTES}
     ORDER BY d.id DESC LIMIT ${MAX_BODIES}`,
  );
  const columns = new Map<SuggestColumn, StatementSyncInstance>();

  function ofColumn(field: SuggestColumn): StatementSyncInstance {
    const statement =
      columns.get(field) ??
      db.prepare(
        `SELECT value FROM (SELECT id, ${COLUMNS[field]} AS value FROM deliveries
           ORDER BY id DESC LIMIT ${MAX_ROWS})
         WHERE value IS NOT NULL GROUP BY value ORDER BY max(id) DESC`,
      );
    columns.set(field, statement);
    return statement;
  }

  function* values(ask: SuggestAsk): Iterable<string> {
    const { from } = ask;
    if (from.kind === 'column') {
      for (const { value } of ofColumn(from.field).all()) {
        yield typeof value === 'number' ? String(value) : textOf(value);
      }
    } else if (from.kind === 'body-path') {
      for (const { text } of bodies.all()) yield* bodyPaths(text);
    } else {
      for (const { bytes } of heads.all()) {
        for (const [name, value] of decodeHeaders(bytes)) {
          if (from.kind === 'header-name') yield lowerAscii(name);
          else if (lowerAscii(name) === lowerAscii(from.name)) yield value;
        }
      }
    }
  }

  return (ask) => {
    const prefix = lowerAscii(ask.prefix);
    const first = new Set<string>();
    const others = new Set<string>();
    for (const value of values(ask)) {
      if (value === '' || value.length > MAX_VALUE) continue;
      const text = lowerAscii(value);
      if (text.startsWith(prefix)) first.add(value);
      else if (text.includes(prefix) && others.size < ask.limit) others.add(value);
      if (first.size === ask.limit) break;
    }
    return [...first, ...others].slice(0, ask.limit);
  };
}
