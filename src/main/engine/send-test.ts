// A signed test event: a sample of a provider, as it is or edited, posted over a real socket to the
// receiver, so that it takes the same way as everything that comes from outside; or to the endpoint's
// own server, or to its public URL.

import { assertNever } from '../../shared/assert-never.ts';
import type { CallResults, CheckedInput, SentTest } from '../../shared/contract.ts';
import type { DeliverySummary, Endpoint } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import type { Destinations } from './endpoints/destinations.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { HookglassError } from './errors.ts';
import { sendRequest } from './send-request.ts';
import { watchArrivals } from './send-test-arrival.ts';
import { type SignedWith, signingFor } from './send-test-signing.ts';
import type { Store } from './store/store.ts';
import { findProvider, retarget, type Sample, signSample, urlAndTarget } from './verify/index.ts';

export type SendTest = (input: CheckedInput<'deliveries.sendTest'>) => Promise<SentTest>;

export interface SendTestOptions {
  endpoints: Endpoints;
  destinations: Destinations;
  bus: Bus;
  store: Store;
  receiverPort: () => number;
  /** Null while there is no public URL. */
  publicUrl: () => string | null;
  now: () => number;
  newId: () => string;
}

const FALLBACK_PROVIDER = 'standard-webhooks';

/**
 * Signed as {@link signingFor} says. Without a provider it is a Standard Webhooks sample, unsigned.
 * Rejects `no-sample` when the provider has no such event and there is no body, or what it is to be
 * signed with cannot sign; `no-destination` and `destination-unconfirmed` as forwarding does; `conflict`
 * where there is no public URL; `unreachable` when nobody answered.
 */
export function createSendTest(options: SendTestOptions): SendTest {
  const { endpoints, bus, store } = options;
  return async (input) => {
    const endpoint = endpoints.get(input.endpointId);
    const { to, signedFor } = placeOf(endpoint, input.to ?? 'receiver', options);
    const { signedWith, ...sample } = await sampleFor(endpoint, input, signedFor, options);
    const sent = { ...sample, target: retarget(sample.target, signedFor, to) };
    const arrivals = watchArrivals(bus, store);
    const outcome = await sendRequest(new URL(to), sent).finally(arrivals.stop);
    if ('failure' in outcome) throw new HookglassError('unreachable', outcome.failure);
    const { eventType } = sample;
    const delivery = briefly(await arrivals.find(sent));
    return { eventType, status: outcome.status, url: to, signedWith, delivery };
  };
}

function briefly(summary: DeliverySummary | null): SentTest['delivery'] {
  if (summary === null) return null;
  const { id, endpointId, state, handshake, verdict } = summary;
  return { id, endpointId, state, handshake, verdict };
}

/** Where it goes, and the URL that the provider would have called. */
function placeOf(
  endpoint: Endpoint,
  to: 'receiver' | 'destination' | 'public',
  { receiverPort, publicUrl, destinations }: SendTestOptions,
): { to: string; signedFor: string } {
  const known = endpoint.publicUrl;
  const tunnel = publicUrl();
  const online = tunnel === null ? null : tunnel.replace(/\/$/, '') + endpoint.path;
  switch (to) {
    case 'receiver': {
      const url = `http://127.0.0.1:${receiverPort()}${endpoint.path}`;
      return { to: url, signedFor: known ?? url };
    }
    case 'destination': {
      const url = endpoint.forwardTo;
      if (url === null) {
        const message = `The endpoint “${endpoint.name}” has no server to forward to. Set one, or send it to the receiver.`;
        throw new HookglassError('no-destination', message);
      }
      destinations.require(url);
      return { to: url, signedFor: known ?? online ?? url };
    }
    case 'public': {
      const url = known ?? online;
      if (url === null) {
        const message = 'There is no public URL now. Get one, or send it to the receiver.';
        throw new HookglassError('conflict', message);
      }
      return { to: url, signedFor: url };
    }
    default:
      return assertNever(to);
  }
}

async function sampleFor(
  endpoint: Endpoint,
  input: CheckedInput<'deliveries.sendTest'>,
  signedFor: string,
  { endpoints, now, newId }: SendTestOptions,
): Promise<Sample & { signedWith: SignedWith }> {
  const { eventType, body } = input;
  const id = input.provider ?? endpoint.provider;
  const provider = findProvider(id ?? FALLBACK_PROVIDER);
  if (provider === null) {
    throw new HookglassError('no-sample', `There is no provider "${id}".`);
  }
  const way = id === null ? 'nothing' : input.signWith;
  const { signedWith, ...signing } = await signingFor(endpoints, endpoint, provider, way);
  const sample = signSample({
    ...{ provider: provider.id, options: endpoint.providerOptions, ...signing },
    ...{ url: urlAndTarget(signedFor), eventType: eventType ?? null },
    body: body === undefined ? undefined : Buffer.from(body),
    ...{ at: now(), newId },
  });
  if ('problem' in sample) throw new HookglassError('no-sample', sample.problem);
  return { ...sample, signedWith };
}

/** A sample for editing: its text as it would be sent, but JSON indented. Rejects `no-sample` when there is none. */
export function sampleToEdit(
  { provider, eventType }: CheckedInput<'providers.sample'>,
  { now, newId }: Pick<SendTestOptions, 'now' | 'newId'>,
): CallResults['providers.sample'] {
  const sample = signSample({
    ...{ provider: provider ?? FALLBACK_PROVIDER, options: {}, secret: null },
    ...{ eventType: eventType ?? null, at: now(), newId },
  });
  if ('problem' in sample) throw new HookglassError('no-sample', sample.problem);
  const { headers, body } = sample;
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  return { eventType: sample.eventType, contentType, body: indented(body.toString()) };
}

/** JSON on lines of its own, for whoever edits it. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
