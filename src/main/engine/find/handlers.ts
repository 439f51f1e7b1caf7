// The calls about many deliveries: what is counted of them, suggestions, notes and saved filters.

import type { Handlers } from '../../../shared/contract.ts';
import type { Bus } from '../bus.ts';
import type { Endpoints } from '../endpoints/endpoints.ts';
import { HookglassError } from '../errors.ts';
import { parsedQuery } from '../store/parsed-query.ts';
import type { Chosen, Store } from '../store/store.ts';
import type { SavedFilters } from './saved-filters.ts';
import { suggest } from './suggest.ts';

export interface FindParts {
  store: Store;
  bus: Bus;
  endpoints: Pick<Endpoints, 'list'>;
  filters: SavedFilters;
}

type FindCall =
  | 'deliveries.annotate'
  | 'deliveries.count'
  | 'deliveries.timeline'
  | 'deliveries.statistics'
  | 'deliveries.suggest'
  | 'filters.list'
  | 'filters.save'
  | 'filters.remove';

const DEFAULT_BUCKETS = 60;
/** More than this many changed rows are not told one by one: lists load anew. */
const MAX_TOLD = 500;

export function findHandlers({
  store,
  bus,
  endpoints,
  filters,
}: FindParts): Pick<Handlers, FindCall> {
  const announced = <T>(result: T): T => {
    bus.publish({ type: 'filters.changed', filters: filters.list() });
    return result;
  };
  return {
    'deliveries.annotate': async ({ ids: wanted, label, note }) => {
      const ids = await store.annotate({
        ids: wanted,
        ...(label !== undefined && { label }),
        ...(note !== undefined && { note: note?.trim() ? note : null }),
      });
      const [first] = wanted;
      if (ids.length === 0 && wanted.length === 1) {
        const message = `There is no delivery ${first}. It may have been removed.`;
        throw new HookglassError('not-found', message);
      }
      await tellChanged(ids, store, bus);
      return { ids };
    },
    'deliveries.count': (chosen) => store.count(chosenOf(chosen)),
    'deliveries.timeline': ({ from, to, buckets, ...chosen }) =>
      store.timeline({
        ...chosenOf(chosen),
        from: from === undefined ? null : Date.parse(from),
        to: to === undefined ? null : Date.parse(to),
        buckets: buckets ?? DEFAULT_BUCKETS,
      }),
    'deliveries.statistics': ({ by, ...chosen }) => store.statistics({ ...chosenOf(chosen), by }),
    'deliveries.suggest': async (input) => ({
      items: await suggest(input, store, endpoints.list()),
    }),
    'filters.list': () => ({ items: filters.list() }),
    'filters.save': (input) => {
      parsedQuery(input.query);
      return announced(filters.save(input));
    },
    'filters.remove': ({ id }) => announced({ removed: filters.remove(id) }),
  };
}

interface ChosenInput {
  query?: string | undefined;
  endpointId?: string | null | undefined;
  only?: 'failed' | 'pinned' | undefined;
}

function chosenOf({ query, endpointId, only }: ChosenInput): Chosen {
  return { query: query ?? null, endpointId: endpointId ?? null, only: only ?? null };
}

async function tellChanged(ids: readonly string[], store: Store, bus: Bus): Promise<void> {
  if (ids.length > MAX_TOLD) {
    bus.publish({ type: 'deliveries.reset' });
    return;
  }
  const found = await Promise.all(ids.map((id) => store.getSummary(id)));
  const items = found.filter((item) => item !== null);
  if (items.length > 0) bus.publish({ type: 'deliveries.changed', items });
}
