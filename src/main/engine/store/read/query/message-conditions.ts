// Conditions on what came over the wire: `messages AS m`. What costs more than a look at the bytes is
// only done where the bytes leave it possible.

import { assertNever } from '../../../../../shared/assert-never.ts';
import type { Condition, PathStep, Pattern } from '../../../../../shared/query/ast.ts';
import { matchOf, needleOf } from '../match.ts';
import { joinSql, likeOf, type Sql, sqlOf } from './sql.ts';

/** What is to be looked for in a body that is in a file. */
export type FileTest =
  | { kind: 'contains'; needle: Buffer }
  | { kind: 'like'; pattern: Pattern }
  | { kind: 'json'; condition: JsonCondition };

export type JsonCondition = Extract<Condition, { kind: 'json' | 'json-number' }>;

export interface MessageCondition {
  sql: Sql;
  /** Null where the body plays no part. */
  file: FileTest | null;
}

type OnMessage = Extract<Condition, { kind: 'text' | 'words' | 'header' | 'json' | 'json-number' }>;

const HEAD = 'substr(m.raw, m.head_start + 1, m.head_end - m.head_start)';
const BODY = 'substr(m.raw, m.head_end + 1)';
const JSON_BODY = `CAST(${BODY} AS TEXT)`;

export function messageCondition(condition: OnMessage): MessageCondition {
  switch (condition.kind) {
    case 'text':
      return {
        sql: inBytes(condition.text, 'm.raw'),
        file: { kind: 'contains', needle: needleOf(condition.text) },
      };
    case 'words':
      return condition.field === 'body'
        ? bodyCondition(condition.pattern)
        : { sql: bytesCondition(condition.pattern, HEAD), file: null };
    case 'header':
      return { sql: headerCondition(condition), file: null };
    case 'json':
    case 'json-number':
      return { sql: jsonCondition(condition), file: { kind: 'json', condition } };
    default:
      return assertNever(condition);
  }
}

function bodyCondition(pattern: Pattern): MessageCondition {
  return {
    sql: bytesCondition(pattern, BODY),
    file: pattern.wildcard
      ? { kind: 'like', pattern }
      : { kind: 'contains', needle: needleOf(pattern.text) },
  };
}

function inBytes(text: string, bytes: string): Sql {
  const { sql, parameters } = matchOf(text, bytes);
  return { sql: `(${sql})`, parameters };
}

/** A part of the message is only cut out where the whole of it contains what is looked for. */
function bytesCondition(pattern: Pattern, bytes: string): Sql {
  if (pattern.wildcard) {
    return sqlOf(`CAST(${bytes} AS TEXT) LIKE ? ESCAPE '\\'`, likeOf(pattern, 'whole'));
  }
  return joinSql([inBytes(pattern.text, 'm.raw'), inBytes(pattern.text, bytes)], 'AND');
}

function headerCondition({ name, pattern }: Extract<Condition, { kind: 'header' }>): Sql {
  // A superset: the value may stand in another line, and beyond ASCII be in another encoding.
  const isSearched = !pattern.wildcard && /^[ -~]*$/.test(pattern.text);
  const value = isSearched ? `%${likeOf(pattern, 'part')}` : '%';
  return possibly(
    sqlOf(`hookglass_header(${HEAD}, ?, ?, ?)`, name, pattern.text, pattern.wildcard ? 1 : 0),
    `%\n${likeOf({ text: name, wildcard: false }, 'whole')}:${value}`,
  );
}

/** LIKE does not look behind a NUL byte. */
function possibly(exact: Sql, like: string): Sql {
  return sqlOf(
    `CASE WHEN m.has_nul = 1 OR CAST(m.raw AS TEXT) LIKE ? ESCAPE '\\' THEN ${exact.sql} ELSE 0 END`,
    like,
    ...exact.parameters,
  );
}

/** A value that JSON always writes in the same way, unless it escapes what needs no escape. */
const PLAIN_VALUE = /^[\w. -]+$/;

function jsonCondition(condition: JsonCondition): Sql {
  const exact = inSqlite(condition.path) ? jsonInSqlite(condition) : jsonInScript(condition);
  if (condition.kind === 'json-number' || condition.pattern.wildcard) return exact;
  const { text } = condition.pattern;
  if (!PLAIN_VALUE.test(text)) return exact;
  return sqlOf(
    `CASE WHEN m.has_nul = 1 OR CAST(m.raw AS TEXT) LIKE ? ESCAPE '\\'
       OR CAST(m.raw AS TEXT) LIKE '%\\\\u%' ESCAPE '\\' THEN ${exact.sql} ELSE 0 END`,
    likeOf({ text, wildcard: false }, 'part'),
    ...exact.parameters,
  );
}

function jsonInSqlite(condition: JsonCondition): Sql {
  const path = sqlitePath(condition.path);
  const guarded = (sql: string, ...parameters: (string | number)[]) =>
    sqlOf(`ifnull(CASE WHEN json_valid(${JSON_BODY}) THEN ${sql} END, 0)`, ...parameters);
  if (condition.kind === 'json-number') {
    return guarded(
      `json_type(${JSON_BODY}, ?) IN ('integer', 'real')
         AND json_extract(${JSON_BODY}, ?) ${condition.order} ?`,
      path,
      path,
      condition.value,
    );
  }
  const { pattern } = condition;
  if (isAnything(pattern)) return guarded(`json_type(${JSON_BODY}, ?) IS NOT NULL`, path);
  const like = likeOf(pattern, 'whole');
  return guarded(
    `CASE json_type(${JSON_BODY}, ?)
       WHEN 'text' THEN json_extract(${JSON_BODY}, ?) LIKE ? ESCAPE '\\'
       WHEN 'object' THEN 0 WHEN 'array' THEN 0
       ELSE (${JSON_BODY} -> ?) LIKE ? ESCAPE '\\' END`,
    path,
    path,
    like,
    path,
    like,
  );
}

function jsonInScript(condition: JsonCondition): Sql {
  return sqlOf(`hookglass_json(${BODY}, ?)`, JSON.stringify(condition));
}

/** Whether a pattern asks for no more than that there is a value. */
export function isAnything({ text, wildcard }: Pattern): boolean {
  return wildcard && /^\*+$/.test(text);
}

/** SQLite's paths have no way to write a quote in a name. */
function inSqlite(path: readonly PathStep[]): boolean {
  return path.every((step) => typeof step === 'number' || !/["\\\p{Cc}]/u.test(step));
}

function sqlitePath(path: readonly PathStep[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `."${step}"`));
  return `$${steps.join('')}`;
}
