// What somebody who is typing a filter may want next.

import type { CheckedInput } from '../../../shared/contract.ts';
import type { Suggestion } from '../../../shared/finding.ts';
import type { Endpoint } from '../../../shared/model.ts';
import { fieldOf } from '../../../shared/query/fields.ts';
import { lowerAscii } from '../../../shared/query/matches.ts';
import type { Store } from '../store/store.ts';
import { findProvider } from '../verify/index.ts';

const DEFAULT_LIMIT = 20;

/** At most `limit`; none for fields whose values are numbers or times. */
export async function suggest(
  { field, key, prefix = '', limit = DEFAULT_LIMIT }: CheckedInput<'deliveries.suggest'>,
  store: Pick<Store, 'suggest'>,
  endpoints: readonly Endpoint[],
): Promise<Suggestion[]> {
  const seen = async (from: Parameters<Store['suggest']>[0]['from']): Promise<Suggestion[]> => {
    const values = await store.suggest({ from, prefix, limit });
    return values.map((value) => ({ value, meaning: null }));
  };
  switch (field) {
    case 'header-name':
      return seen({ kind: 'header-name' });
    case 'header':
      return key === undefined
        ? seen({ kind: 'header-name' })
        : seen({ kind: 'header', name: key });
    case 'body':
      return seen({ kind: 'body-path' });
    case 'verdict':
    case 'is':
    case 'label':
      return fitting(fieldOf(field).choices, prefix, limit);
    case 'endpoint':
      return fitting(
        endpoints.map(({ name, path }) => ({ value: name, meaning: path })),
        prefix,
        limit,
      );
    case 'provider': {
      const providers = await seen({ kind: 'column', field });
      return providers.map(({ value }) => ({
        value,
        meaning: findProvider(value)?.name ?? null,
      }));
    }
    case 'size':
    case 'duration':
    case 'before':
    case 'after':
      return [];
    default:
      return seen({ kind: 'column', field });
  }
}

function fitting(all: readonly Suggestion[], prefix: string, limit: number): Suggestion[] {
  const wanted = lowerAscii(prefix);
  return all
    .filter(({ value }) => lowerAscii(value).includes(wanted))
    .sort((a, b) => Number(startsWith(b.value, wanted)) - Number(startsWith(a.value, wanted)))
    .slice(0, limit)
    .map(({ value, meaning }) => ({ value, meaning }));
}

function startsWith(value: string, prefix: string): boolean {
  return lowerAscii(value).startsWith(prefix);
}
