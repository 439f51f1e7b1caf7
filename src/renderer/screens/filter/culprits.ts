// Which term of a filter that finds nothing is the one to take back.

import { parseQuery } from '../../../shared/query/parse.ts';
import { termsOf, withoutTerm } from '../../../shared/query/terms.ts';

export interface Culprit {
  /** As it stands in the filter. */
  term: string;
  /** The filter without it. */
  without: string;
}

/** More terms than these are not tried: each costs a question. */
const MAX_TRIED = 6;
const MAX_TOLD = 2;

/** The terms without each of which `finds` says that there is something; none of a single term. */
export async function findCulprits(
  query: string,
  finds: (query: string) => Promise<boolean>,
): Promise<Culprit[]> {
  const parsed = parseQuery(query);
  const terms = parsed.ok ? termsOf(parsed.query) : [];
  const culprits: Culprit[] = [];
  if (terms.length < 2 || terms.length > MAX_TRIED) return culprits;
  for (const span of terms) {
    const without = withoutTerm(query, span);
    if (await finds(without)) {
      culprits.push({ term: query.slice(span.at, span.at + span.length), without });
    }
    if (culprits.length === MAX_TOLD) break;
  }
  return culprits;
}
