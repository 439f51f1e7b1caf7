// The condition of a search: a message contains the query, ASCII case ignored, whatever bytes it has.

export interface Match {
  /** An SQL condition on `messages AS m`. */
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
export function matchOf(query: string): Match {
  const exact = exactly(needleOf(query));
  if (query.includes('\0')) {
    return { sql: `m.has_nul = 1 AND ${exact.sql}`, parameters: exact.parameters };
  }
  if (!/[^\0-\x7f]/.test(query)) {
    return {
      sql: `CASE m.has_nul WHEN 0 THEN CAST(m.raw AS TEXT) LIKE ? ESCAPE '\\' ELSE ${exact.sql} END`,
      parameters: [likePattern(query), ...exact.parameters],
    };
  }
  return beyondAscii(query);
}

/** A scan of the bytes that are not ASCII, as they have no case, finds the few rows to look at. */
function beyondAscii(query: string): Match {
  const encodings: BufferEncoding[] = ['utf8'];
  // What came over the wire in Latin-1 is matched as such too.
  if (!/[^\0-\xff]/.test(query)) encodings.push('latin1');
  const [run = ''] = query.match(/[^\0-\x7f]+/) ?? [];
  const matches = encodings.map((encoding) => {
    const exact = exactly(Buffer.from(lowerAscii(query), encoding));
    return {
      sql: `(instr(m.raw, ?) > 0 AND ${exact.sql})`,
      parameters: [Buffer.from(run, encoding), ...exact.parameters],
    };
  });
  return {
    sql: matches.map(({ sql }) => sql).join(' OR '),
    parameters: matches.flatMap(({ parameters }) => parameters),
  };
}

/** instr() over blobs compares bytes; lower() knows ASCII only and leaves all other bytes alone. */
function exactly(needle: Buffer): Match {
  return { sql: 'instr(CAST(lower(CAST(m.raw AS TEXT)) AS BLOB), ?) > 0', parameters: [needle] };
}

function likePattern(query: string): string {
  return `%${query.replace(/[\\%_]/g, '\\$&')}%`;
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
