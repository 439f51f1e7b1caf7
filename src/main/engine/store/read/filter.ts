// The filters of a list as SQL on `deliveries AS d`.

import { FAILED } from '../codes.ts';
import type { Filter } from '../threads/protocol.ts';
import { type Sql, sqlOf } from './query/sql.ts';

/** Conditions that all have to hold. */
export function filterOf({ endpointId, only }: Filter): Sql[] {
  const conditions: Sql[] = [];
  if (endpointId !== null) conditions.push(sqlOf('d.endpoint_id = ?', endpointId));
  if (only === 'failed') conditions.push(sqlOf('d.verdict = ?', FAILED));
  if (only === 'pinned') conditions.push(sqlOf('d.pinned = 1'));
  return conditions;
}
