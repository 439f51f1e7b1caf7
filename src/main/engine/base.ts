// What everything else stands on: the data folder with its lock, the store, the secrets, and the
// small things that are kept in memory.

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Notice } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import { createDestinations, type Destinations } from './endpoints/destinations.ts';
import { createEndpoints, type Endpoints } from './endpoints/endpoints.ts';
import type { RunOverrides } from './endpoints/overrides.ts';
import { HookglassError } from './errors.ts';
import { queryContext, withContext } from './find/context.ts';
import { createSavedFilters, type SavedFilters } from './find/saved-filters.ts';
import type { Notices } from './notices.ts';
import { type Cipher, openVault, type Vault } from './secrets/vault.ts';
import { createSettings, type SettingsStore } from './settings.ts';
import { createStatsKeeper, type StatsKeeper } from './stats.ts';
import { lockDataFolder } from './store/lock.ts';
import { openStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { findProvider } from './verify/index.ts';

export interface BaseOptions {
  dataDir: string;
  readerWorker: URL;
  cipher: Cipher | null;
  overrides: RunOverrides;
}

export interface Base {
  store: Store;
  settings: SettingsStore;
  endpoints: Endpoints;
  destinations: Destinations;
  stats: StatsKeeper;
  filters: SavedFilters;
}

/** What is to be ended when the engine stops, the last one first. */
export type Closers = (() => unknown)[];

/** Rejects `data-folder-in-use`, and `bad-input` for an unknown provider on the command line. */
export async function openBase(
  options: BaseOptions,
  bus: Bus,
  notices: Notices,
  closers: Closers,
): Promise<Base> {
  const { dataDir, overrides } = options;
  requireKnownProvider(overrides.provider);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  closers.push(lockDataFolder(dataDir));

  const { store, setAside } = await openStore({
    dataDir,
    readerWorker: options.readerWorker,
    clock: () => Date.now(),
  });
  closers.push(() => store.close());
  if (setAside) notices.add({ code: 'database-set-aside', level: 'warning', message: setAside });

  const vault = openVault(dataDir, options.cipher, (message) => {
    notices.add({ code: 'secrets-set-aside', level: 'warning', message });
  });
  notices.add(secretsNotice(vault, dataDir));

  const endpoints = createEndpoints({
    table: store.endpoints,
    settings: store.settings,
    vault,
    overrides,
    newId,
    now: () => new Date(),
    isProvider: (id) => findProvider(id) !== null,
  });
  const destinations = createDestinations(store.settings);
  if (overrides.forwardTo) destinations.confirmForThisRun(overrides.forwardTo);

  const stats = createStatsKeeper({
    store,
    bus,
    monotonic: () => performance.now(),
    onError: notices.addError,
  });
  closers.push(() => stats.close());
  stats.touch();
  return {
    store: withContext(store, () => queryContext(endpoints, stats, Date.now())),
    settings: createSettings(store.settings),
    endpoints,
    destinations,
    stats,
    filters: createSavedFilters(store.settings, newId),
  };
}

export function newId(): string {
  return randomBytes(9).toString('base64url');
}

function requireKnownProvider(id: string | null | undefined): void {
  if (!id || findProvider(id)) return;
  throw new HookglassError('bad-input', `There is no provider “${id}”. Try --help.`);
}

function secretsNotice({ sealed }: Vault, dataDir: string): Notice {
  return sealed
    ? {
        code: 'secrets-in-keychain',
        level: 'info',
        message: 'Signing secrets are sealed by this computer’s keychain.',
      }
    : {
        code: 'secrets-in-file',
        level: 'info',
        message: `Signing secrets are kept in ${join(dataDir, 'secrets.json')}, which only you can read: there is no keychain to seal them with here.`,
      };
}
