// The condition of a search: a message contains the query, ASCII case ignored, whatever bytes it has.

import { lowerAscii } from '../../../../shared/query/matches.ts';
import { likeOf } from './query/sql.ts';

export interface Match {
  /** An SQL condition on `messages AS m`, or on `bytes` that are a part of its message. */
  sql: string;
  parameters: (string | Buffer)[];
}

/** The bytes that files are searched for: UTF-8, ASCII letters in lower case. */
export function needleOf(query: string): Buffer {
  return Buffer.from(lowerAscii(query));
}

/**
 * LIKE is two to five times as fast as the exact comparison, as it jumps to the first character, but
 * it stops at a NUL byte, and does not jump where the query begins with a character beyond ASCII.
 */
export function matchOf(query: string, bytes = 'm.raw'): Match {
  const exact = exactly(needleOf(query), bytes);
  if (query.includes('\0')) {
    return { sql: `m.has_nul = 1 AND ${exact.sql}`, parameters: exact.parameters };
  }
  if (!/[^\0-\x7f]/.test(query)) {
    return {
      sql: `CASE m.has_nul WHEN 0 THEN CAST(${bytes} AS TEXT) LIKE ? ESCAPE '\\' ELSE ${exact.sql} END`,
      parameters: [likeOf({ text: query, wildcard: false }, 'part'), ...exact.parameters],
    };
  }
  return beyondAscii(query, bytes);
}

/** A scan of the bytes that are not ASCII, as they have no case, finds the few rows to look at. */
function beyondAscii(query: string, bytes: string): Match {
  const encodings: BufferEncoding[] = ['utf8'];
  // What came over the wire in Latin-1 is matched as such too.
  if (!/[^\0-\xff]/.test(query)) encodings.push('latin1');
  const [run = ''] = query.match(/[^\0-\x7f]+/) ?? [];
  const matches = encodings.map((encoding) => {
    const exact = exactly(Buffer.from(lowerAscii(query), encoding), bytes);
    return {
      sql: `(instr(${bytes}, ?) > 0 AND ${exact.sql})`,
      parameters: [Buffer.from(run, encoding), ...exact.parameters],
    };
  });
  return {
    sql: matches.map(({ sql }) => sql).join(' OR '),
    parameters: matches.flatMap(({ parameters }) => parameters),
  };
}

/** instr() over blobs compares bytes; lower() knows ASCII only and leaves all other bytes alone. */
function exactly(needle: Buffer, bytes: string): Match {
  const sql = `instr(CAST(lower(CAST(${bytes} AS TEXT)) AS BLOB), ?) > 0`;
  return { sql, parameters: [needle] };
}
