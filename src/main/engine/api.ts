// What the app can do: one handler a call, each a line or two into the part that does it.

import type { Handlers } from '../../shared/contract.ts';
import type { ReceiverStatus, Settings, Stats } from '../../shared/model.ts';
import { bodyHead, bodyRange, bodySize } from './body.ts';
import type { Bus } from './bus.ts';
import { withDecrypted } from './decrypted.ts';
import type { Doctor } from './doctor.ts';
import type { Destinations } from './endpoints/destinations.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { HookglassError } from './errors.ts';
import type { Exchange } from './exchange/exchange.ts';
import { findHandlers } from './find/handlers.ts';
import type { SavedFilters } from './find/saved-filters.ts';
import type { ApplyFix } from './fixes.ts';
import { sentRequest } from './forward/sent-request.ts';
import type { Handshakes } from './handshakes/handshakes.ts';
import type { PublishedKeys } from './keys/published-keys.ts';
import type { Removals } from './removals.ts';
import type { Replay } from './replay.ts';
import { type SendTest, sampleToEdit } from './send-test.ts';
import { testKeyCall } from './send-test-signing.ts';
import type { SettingsPatch } from './settings.ts';
import type { StatsKeeper } from './stats.ts';
import type { Store } from './store/store.ts';
import type { Supervisor } from './tunnel/supervisor.ts';
import { guessProviders, providerInfos } from './verify/index.ts';
import { verifyCall } from './verify-call.ts';

export interface ApiParts {
  store: Store;
  bus: Bus;
  endpoints: Endpoints;
  destinations: Destinations;
  stats: StatsKeeper;
  filters: SavedFilters;
  keys: PublishedKeys;
  doctor: Doctor;
  applyFix: ApplyFix;
  handshakes: Handshakes;
  removals: Removals;
  exchange: Exchange;
  replay: Replay;
  sendTest: SendTest;
  tunnel: Supervisor;
  now: () => number;
  newId: () => string;
  getSettings: () => Settings;
  updateSettings: (patch: SettingsPatch) => Settings;
  setPaused: (paused: boolean) => ReceiverStatus;
  /** Null where the host has no file manager to show a folder in. */
  revealDataFolder: (() => Promise<boolean>) | null;
}

const DEFAULT_PAGE = 100;
const GUESS_BYTES = 64 * 1024;

export function createHandlers(parts: ApiParts): Handlers {
  return {
    ...endpointHandlers(parts),
    ...deliveryHandlers(parts),
    ...attemptHandlers(parts),
    ...tunnelHandlers(parts),
    ...importHandlers(parts),
    'receiver.pause': ({ paused }) => parts.setPaused(paused),
    'providers.list': () => ({ items: providerInfos() }),
    'providers.sample': (input) => sampleToEdit(input, parts),
    verify: (input) => verifyCall(input, parts.now(), parts.keys),
    'destinations.confirm': ({ url }) => ({ origin: parts.destinations.confirm(url) }),
    'settings.get': () => parts.getSettings(),
    'settings.update': (patch) => parts.updateSettings(patch),
    'host.revealDataFolder': async () => {
      if (parts.revealDataFolder) return { revealed: await parts.revealDataFolder() };
      throw new HookglassError('unsupported', 'Only the desktop app can show the data folder.');
    },
  };
}

type HandlersOf<Prefix extends string> = Pick<
  Handlers,
  Extract<keyof Handlers, `${Prefix}.${string}`>
>;

function endpointHandlers(parts: ApiParts): HandlersOf<'endpoints'> {
  const { endpoints, destinations, bus, stats, store } = parts;
  const announced = <T>(result: T): T => {
    bus.publish({ type: 'endpoints.changed', endpoints: endpoints.list() });
    stats.touch();
    return result;
  };
  return {
    'endpoints.list': () => ({ items: endpoints.list() }),
    'endpoints.create': (input) => {
      if (input.forwardTo) destinations.require(input.forwardTo);
      return announced(endpoints.create(input));
    },
    'endpoints.update': (input) => {
      if (input.forwardTo) destinations.require(input.forwardTo);
      return announced(endpoints.update(input));
    },
    'endpoints.remove': ({ id }) => {
      endpoints.remove(id);
      return announced({ removed: true });
    },
    'endpoints.testKey': (input) => testKeyCall(endpoints, input),
    'endpoints.markRead': ({ id }): Promise<Stats> => {
      const ids = id === undefined ? endpoints.list().map((endpoint) => endpoint.id) : [id];
      // A fresh id is later than every delivery there is.
      return stats.markRead(ids, store.newDeliveryId());
    },
  };
}

function deliveryHandlers(parts: ApiParts): HandlersOf<'deliveries'> & HandlersOf<'filters'> {
  const { store, replay, sendTest } = parts;
  return {
    ...findHandlers(parts),
    'deliveries.list': ({ cursor, limit, query, endpointId, offset, only, after, ids }) =>
      store.list({
        cursor: cursor ?? null,
        after: after ?? null,
        ids: ids ?? null,
        limit: limit ?? DEFAULT_PAGE,
        offset: offset ?? 0,
        query: query ?? null,
        endpointId: endpointId ?? null,
        only: only ?? null,
      }),
    'deliveries.get': async ({ id }) => {
      const delivery = await store.getDelivery(id);
      if (!delivery) throw noDelivery(id);
      if (delivery.provider !== null) {
        const judged = await parts.keys.rejudge.opened(delivery);
        return withDecrypted(parts, await parts.doctor.explained(judged));
      }
      const body = await store.getBody(id);
      const head = bodyHead(body ?? { kind: 'memory', bytes: Buffer.alloc(0) }, GUESS_BYTES);
      return {
        ...{ ...delivery, decrypted: null },
        guesses: guessProviders({ ...delivery, body: { kind: 'memory', bytes: head } }),
      };
    },
    'deliveries.applyFix': ({ id, cause }) => parts.applyFix(id, cause),
    'deliveries.body': async ({ id, offset = 0, length }) => {
      const body = await store.getBody(id);
      if (!body) throw noDelivery(id);
      const bytes = await bodyRange(body, offset, length ?? bodySize(body)).catch(() => {
        const message = 'The body was kept in a file that is no longer there.';
        throw new HookglassError('body-gone', message);
      });
      return { base64: bytes.toString('base64'), size: bodySize(body) };
    },
    'deliveries.replay': (input) => replay(input),
    'deliveries.confirmHandshake': async ({ id }) => ({
      attempt: await parts.handshakes.confirm(id),
    }),
    'deliveries.pin': async ({ pinned = true, ...which }) => {
      await pinAll(parts, idsOf(which), pinned);
      return { pinned };
    },
    'deliveries.remove': async (which) => {
      const ids = idsOf(which);
      const result = await parts.removals.remove(ids);
      if (result.removed === 0) throw noDelivery(ids[0] ?? '');
      return result;
    },
    'deliveries.undoRemove': ({ removal }) => parts.removals.undo(removal ?? null),
    'deliveries.clear': ({ endpointId }) => parts.removals.clear(endpointId ?? null),
    'deliveries.sendTest': (input) => sendTest(input),
    'deliveries.export': ({ redact = false, ...input }) =>
      parts.exchange.export({ ...input, redact }),
  };
}

function idsOf(which: { id: string } | { ids: string[] }): string[] {
  return 'ids' in which ? which.ids : [which.id];
}

/** Rows that are told of one by one; when more change, lists load anew. */
const MAX_TOLD = 200;

async function pinAll({ store, bus, stats }: ApiParts, ids: string[], pinned: boolean) {
  let found = 0;
  for (let at = 0; at < ids.length; at += MAX_TOLD) {
    const step = ids.slice(at, at + MAX_TOLD);
    const done = await Promise.all(step.map((id) => store.setPinned(id, pinned)));
    found += done.filter(Boolean).length;
  }
  if (found === 0) throw noDelivery(ids[0] ?? '');
  stats.touch();
  if (ids.length > MAX_TOLD) return bus.publish({ type: 'deliveries.reset' });
  const items = await Promise.all(ids.map(store.getSummary));
  bus.publish({ type: 'deliveries.changed', items: items.filter((item) => item !== null) });
}

function importHandlers({ exchange }: ApiParts): HandlersOf<'imports'> {
  const { uploads } = exchange;
  return {
    'imports.begin': async ({ size }) => ({ id: await uploads.begin(size) }),
    'imports.append': async ({ id, base64 }) => ({
      received: await uploads.append(id, Buffer.from(base64, 'base64')),
    }),
    'imports.finish': ({ id, endpointId }) => exchange.finish(id, endpointId ?? null),
    'imports.cancel': async ({ id }) => ({ cancelled: await uploads.cancel(id) }),
  };
}

function attemptHandlers({ store }: ApiParts): HandlersOf<'attempts'> {
  return {
    'attempts.get': async ({ id }) => {
      const attempt = await store.getAttempt(id);
      if (!attempt) throw new HookglassError('not-found', `There is no attempt ${id}.`);
      return attempt;
    },
    'attempts.body': async ({ id }) => {
      const body = await store.getAttemptBody(id);
      if (!body) throw new HookglassError('not-found', `There is no attempt ${id}.`);
      return body;
    },
    'attempts.request': async ({ id }) => {
      const attempt = await store.getAttempt(id);
      const delivery = attempt && (await store.getDelivery(attempt.deliveryId));
      if (!delivery) throw new HookglassError('not-found', `There is no attempt ${id}.`);
      return sentRequest(delivery, attempt);
    },
  };
}

function tunnelHandlers({ tunnel, getSettings, updateSettings }: ApiParts): HandlersOf<'tunnel'> {
  return {
    'tunnel.start': (input) => {
      // Remembered: the app goes online by itself the next time.
      const { host, subdomain } = input;
      updateSettings({
        tunnel: {
          kind: 'localtunnel',
          startWithApp: true,
          ...(host !== undefined && { host }),
          ...(subdomain !== undefined && { subdomain }),
        },
      });
      tunnel.start(getSettings().tunnel);
      return tunnel.status();
    },
    'tunnel.stop': () => {
      tunnel.stop();
      return tunnel.status();
    },
    'tunnel.status': () => tunnel.status(),
    'tunnel.probe': async () => {
      await tunnel.probeNow();
      return tunnel.status();
    },
  };
}

function noDelivery(id: string): HookglassError {
  return new HookglassError('not-found', `There is no delivery ${id}. It may have been removed.`);
}
