// The filters of a list as SQL on `deliveries AS d`.

import { FAILED } from '../codes.ts';
import type { Filter } from '../threads/protocol.ts';

/** Conditions to be joined by AND, each with its parameters in order. */
export function filterOf({ endpointId, only }: Filter): { sql: string; parameters: string[] } {
  const conditions: string[] = [];
  if (endpointId !== null) conditions.push('d.endpoint_id = ?');
  if (only === 'failed') conditions.push(`d.verdict = ${FAILED}`);
  if (only === 'pinned') conditions.push('d.pinned = 1');
  return {
    sql: conditions.map((condition) => ` AND ${condition}`).join(''),
    parameters: endpointId === null ? [] : [endpointId],
  };
}
