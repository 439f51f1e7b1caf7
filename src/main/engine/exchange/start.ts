// The exchange among the other parts of a running engine.

import { newId } from '../base.ts';
import type { Core } from '../core.ts';
import { judgeCaptured } from '../intake/judge.ts';
import type { PublishedKeys } from '../keys/published-keys.ts';
import { later } from '../later.ts';
import type { Retention } from '../retention.ts';
import { credentialPlaces } from '../verify/index.ts';
import { createExchange, type Exchange, type SaveFile } from './exchange.ts';
import type { ListPage } from './selection.ts';

export interface StartExchangeOptions {
  version: string;
  dataDir: string;
  /** Absent where the host has no file dialog. */
  saveFile?: SaveFile | undefined;
}

interface Parts {
  keys: PublishedKeys;
  retention: Retention;
  /** What `deliveries.list` answers. */
  list: ListPage;
}

export function startExchange(
  options: StartExchangeOptions,
  core: Core,
  { keys, retention, list }: Parts,
): Exchange {
  const { endpoints, store, stats, bus } = core;
  const endpointOf = (id: string) => endpoints.list().find((endpoint) => endpoint.id === id);
  return createExchange({
    version: options.version,
    dataDir: options.dataDir,
    saveFile: options.saveFile ?? null,
    ...{ store, list, newId, later, now: core.now, monotonic: core.monotonic },
    endpointName: (id) => endpointOf(id)?.name ?? null,
    credentials: ({ provider, endpointId }) =>
      credentialPlaces(provider, endpointOf(endpointId)?.providerOptions ?? {}),
    endpointFor: (target, id) => (id === null ? endpoints.match(target) : endpoints.get(id)),
    judge: (captured, endpoint) => judgeCaptured({ ...core, keys }, captured, endpoint),
    judgeLater: keys.rejudge.later,
    onStored: stats.touch,
    onImported() {
      retention.noteStored();
      bus.publish({ type: 'deliveries.reset' });
    },
  });
}
