// Pieces of SQL with their parameters, in the order of their question marks.

import type { Pattern } from '../../../../../shared/query/ast.ts';

export type SqlValue = string | number | Buffer;

export interface Sql {
  /** A condition that is 0 or 1, never NULL, so that it can be negated. */
  sql: string;
  parameters: SqlValue[];
}

export const sqlOf = (sql: string, ...parameters: SqlValue[]): Sql => ({ sql, parameters });

export const NEVER = sqlOf('0');

/** Joined by AND or OR, in parentheses. */
export function joinSql(parts: readonly Sql[], by: 'AND' | 'OR'): Sql {
  return {
    sql: `(${parts.map(({ sql }) => sql).join(` ${by} `)})`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

/** A pattern for LIKE … ESCAPE '\'. */
export function likeOf(pattern: Pattern, takes: 'whole' | 'part'): string {
  const escaped = pattern.text.replace(/[\\%_]/g, '\\$&');
  if (pattern.wildcard) return escaped.replace(/\*+/g, '%');
  return takes === 'part' ? `%${escaped}%` : escaped;
}

/** A text that may be NULL fits a pattern. */
export function columnLike(column: string, pattern: Pattern, takes: 'whole' | 'part'): Sql {
  return sqlOf(`ifnull(${column} LIKE ? ESCAPE '\\', 0)`, likeOf(pattern, takes));
}
