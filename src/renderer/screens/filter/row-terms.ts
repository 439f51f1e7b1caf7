// What of a row one may filter by: each cell as a term.

import type { DeliverySummary, Endpoint } from '../../../shared/model.ts';
import { termFor } from '../../../shared/query/terms.ts';

export interface RowTerm {
  /** What it is, and its value as it is shown. */
  name: string;
  value: string;
  term: string;
}

/** In the order of the columns. */
export function rowTerms(
  delivery: DeliverySummary,
  endpoint: Pick<Endpoint, 'name'> | null,
  providerName: string | null,
): RowTerm[] {
  const { eventType, provider, target, method, messageId, verdict, response } = delivery;
  const terms: (RowTerm | null)[] = [
    of('Event type', 'type', eventType),
    of('Provider', 'provider', provider, providerName),
    of('Endpoint', 'endpoint', endpoint?.name ?? null),
    of('Path', 'path', target),
    of('Method', 'method', method),
    of('Verdict', 'verdict', verdict.status),
    of('Reason', 'reason', verdict.reason),
    of('Answer', 'status', response.status === null ? null : String(response.status)),
    of('Message', 'id', messageId),
  ];
  return terms.filter((term) => term !== null);
}

function of(
  name: string,
  field: string,
  value: string | null,
  shown: string | null = value,
): RowTerm | null {
  if (value === null || value === '' || value.length > MAX_VALUE) return null;
  return { name, value: shown ?? value, term: termFor(field, value) };
}

/** A filter has an end; so long a value is no help. */
const MAX_VALUE = 300;
