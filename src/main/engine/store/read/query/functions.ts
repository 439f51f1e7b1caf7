// The functions that the SQL of a filter calls, where SQL itself cannot tell.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Pattern } from '../../../../../shared/query/ast.ts';
import { matchesPattern } from '../../../../../shared/query/matches.ts';
import { headerValues } from '../../headers.ts';
import { jsonMatches } from './body-json.ts';

/** For the connection that filters run on. */
export function defineFunctions(db: DatabaseSyncInstance): void {
  const options = { deterministic: true, directOnly: true };
  db.function(
    'hookglass_header',
    options,
    (head: Uint8Array, name: string, text: string, wildcard: number) =>
      Number(headerMatches(head, name, { text, wildcard: wildcard === 1 })),
  );
  db.function('hookglass_json', options, (body: Uint8Array, condition: string) =>
    Number(jsonMatches(Buffer.from(body).toString(), JSON.parse(condition))),
  );
}

/** What came over the wire is Latin-1; what was meant may be UTF-8. */
function headerMatches(head: Uint8Array, name: string, pattern: Pattern): boolean {
  return headerValues(head, name).some(
    (value) =>
      matchesPattern(value, pattern, 'part') ||
      (/[\x80-\xff]/.test(value) &&
        matchesPattern(Buffer.from(value, 'latin1').toString(), pattern, 'part')),
  );
}
