// A filter's text as the tree that is run.

import type { Query } from '../../../shared/query/ast.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { HookglassError } from '../errors.ts';

/** Throws `bad-input`, which says what is wrong and where. */
export function parsedQuery(text: string): Query {
  const parsed = parseQuery(text);
  if (parsed.ok) return parsed.query;
  const { error } = parsed;
  const message = `At ${error.at + 1} in the filter: ${error.message}`;
  throw new HookglassError('bad-input', message, { details: { ...error } });
}
