// What filters refer to besides the deliveries themselves, given to every question to the store.

import type { Endpoints } from '../endpoints/endpoints.ts';
import type { StatsKeeper } from '../stats.ts';
import type { QueryContext, Store } from '../store/store.ts';
import { providerInfos } from '../verify/index.ts';

/** `now` in ms since 1970. */
export function queryContext(
  endpoints: Pick<Endpoints, 'list'>,
  stats: Pick<StatsKeeper, 'seen'>,
  now: number,
): QueryContext {
  return {
    endpoints: endpoints.list().map(({ id, name, path }) => ({ id, name, path })),
    deadlines: providerInfos().flatMap(({ id, deadlineSeconds }): [string, number][] =>
      deadlineSeconds === null ? [] : [[id, deadlineSeconds * 1000]],
    ),
    seen: stats.seen(),
    now,
  };
}

/** The same store, whose filters know of endpoints, deadlines and what was read. */
export function withContext(store: Store, context: () => QueryContext): Store {
  return {
    ...store,
    list: (query, signal) => store.list({ context: context(), ...query }, signal),
    count: (query) => store.count({ context: context(), ...query }),
    timeline: (query) => store.timeline({ context: context(), ...query }),
    statistics: (query) => store.statistics({ context: context(), ...query }),
  };
}
