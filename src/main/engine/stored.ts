// The deliveries of a data folder for a command: filters know its endpoints and what was read, as those
// of a running engine do.

import { DEFAULT_ENDPOINT, readEndpoint } from './endpoints/records.ts';
import { queryContext } from './find/context.ts';
import { readSeen } from './stats.ts';
import { openReadOnly } from './store/read-only.ts';
import type { Store } from './store/store.ts';

export interface StoredDeliveries extends Pick<Store, 'list'> {
  close(): void;
}

/** Throws `not-found` where no Hookglass ever ran, and `store-unavailable` for what cannot be read. */
export function openStored(dataDir: string, clock: () => number): StoredDeliveries {
  const store = openReadOnly(dataDir, clock);
  const endpoints = [DEFAULT_ENDPOINT, ...[...store.endpoints.all().values()].map(readEndpoint)];
  const seen = readSeen(store.settings);
  return {
    list(query) {
      const context = queryContext({ list: () => endpoints }, { seen: () => seen }, clock());
      return store.list({ ...query, context });
    },
    close: store.close,
  };
}
