// Taking out and bringing in without the app: an export only looks at a data folder, also while Hookglass
// runs on it; an import opens it as the app would, with nothing that receives or forwards.

import { performance } from 'node:perf_hooks';
import { version } from '../../../../package.json';
import type { ImportResult } from '../../../shared/contract.ts';
import { type Closers, newId, openBase } from '../base.ts';
import { createBus } from '../bus.ts';
import { DEFAULT_ENDPOINT, readEndpoint } from '../endpoints/records.ts';
import { queryContext } from '../find/context.ts';
import { judgeCaptured } from '../intake/judge.ts';
import { later } from '../later.ts';
import { createNotices } from '../notices.ts';
import { followPublicOrigin } from '../public-origin.ts';
import { readSeen } from '../stats.ts';
import { openReadOnly } from '../store/read-only.ts';
import { credentialPlaces } from '../verify/index.ts';
import { createExchange } from './exchange.ts';
import { type ExportFile, type ExportRequest, exportFile } from './export.ts';

export interface StoredExport {
  /** An endpoint's id by its name or path; null when there is none. */
  endpointId(nameOrPath: string): string | null;
  file(request: ExportRequest): ExportFile;
  close(): void;
}

/** Throws `not-found` where no Hookglass ever ran, and `store-unavailable` for what cannot be read. */
export function openExport(dataDir: string, clock: () => number): StoredExport {
  const store = openReadOnly(dataDir, clock);
  const endpoints = [DEFAULT_ENDPOINT, ...[...store.endpoints.all().values()].map(readEndpoint)];
  const endpointOf = (id: string) => endpoints.findLast((endpoint) => endpoint.id === id);
  const seen = readSeen(store.settings);
  const options = {
    ...{ store, version, now: () => new Date(clock()) },
    endpointName: (id: string) => endpointOf(id)?.name ?? null,
    credentials: ({ provider, endpointId }: { provider: string | null; endpointId: string }) =>
      credentialPlaces(provider, endpointOf(endpointId)?.providerOptions ?? {}),
    list: (input: Parameters<Parameters<typeof exportFile>[0]['list']>[0]) =>
      store.list({
        ...{ cursor: input.cursor, limit: input.limit, offset: 0 },
        ...{ query: input.query ?? null, endpointId: input.endpointId ?? null },
        only: input.only ?? null,
        context: queryContext({ list: () => endpoints }, { seen: () => seen }, clock()),
      }),
  };
  return {
    endpointId: (text) =>
      endpoints.findLast(({ name, path }) => name === text || path === text)?.id ?? null,
    file: (request) => exportFile(options, request),
    close: store.close,
  };
}

export interface OpenedImport {
  /** Rejects `not-found` for an endpoint that there is not, and `bad-input` for a file that is wrong. */
  take(path: string, endpoint: string | null): Promise<ImportResult>;
  close(): Promise<void>;
}

/** Rejects `data-folder-in-use` while Hookglass runs on the folder. */
export async function openImport(dataDir: string, readerWorker: URL): Promise<OpenedImport> {
  const closers: Closers = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  const bus = createBus();
  try {
    const options = { dataDir, readerWorker, cipher: null, overrides: {} };
    const base = await openBase(options, bus, createNotices(bus), closers);
    const { endpoints, store } = base;
    // Keys are fetched when a delivery is opened in the app: then it is judged again.
    const judging = { endpoints, keys: { find: undefined }, publicOrigin: followPublicOrigin(bus) };
    const exchange = createExchange({
      ...{ store, dataDir, version, newId, later, saveFile: null },
      now: () => new Date(),
      monotonic: () => performance.now(),
      list: () => Promise.reject(new Error('nothing is exported here')),
      endpointName: () => null,
      credentials: ({ provider }) => credentialPlaces(provider, {}),
      endpointFor: (target, id) => (id === null ? endpoints.match(target) : endpoints.get(id)),
      judge: (captured, endpoint) => judgeCaptured(judging, captured, endpoint),
      judgeLater: () => {},
      onStored: () => {},
      onImported: () => {},
    });
    closers.push(exchange.close);
    const idOf = (text: string) =>
      endpoints.list().find(({ name, path }) => name === text || path === text)?.id ?? text;
    return {
      take: (path, endpoint) => exchange.take(path, endpoint === null ? null : idOf(endpoint)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
