// A stored delivery sent again, byte for byte. The original stays as it is; the try is its attempt.

import type { CallResults, CheckedInput } from '../../shared/contract.ts';
import type { Delivery, DeliveryState, Endpoint } from '../../shared/model.ts';
import type { Attempts } from './attempts.ts';
import type { Bus } from './bus.ts';
import type { Destinations } from './endpoints/destinations.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { HookglassError } from './errors.ts';
import type { Store } from './store/store.ts';

export type Replay = (
  input: CheckedInput<'deliveries.replay'>,
) => Promise<CallResults['deliveries.replay']>;

export interface ReplayOptions {
  store: Store;
  endpoints: Endpoints;
  destinations: Destinations;
  attempts: Attempts;
  bus: Bus;
}

const NOT_WHOLE: Record<Exclude<DeliveryState, 'complete'>, string> = {
  aborted: 'its sender broke off, so its body is not whole',
  malformed: 'it was not valid HTTP',
  oversized: 'it was larger than the limit, so its body is not whole',
};

/**
 * Starts the attempt and answers its id; how it ends is told by events. Rejects `not-found`,
 * `no-destination`, `destination-unconfirmed`, and `conflict` for a request that never was whole.
 */
export function createReplay(options: ReplayOptions): Replay {
  const { store, attempts, bus } = options;
  return async ({ id, destination }) => {
    const [delivery, body] = await Promise.all([store.getDelivery(id), store.getBody(id)]);
    if (!delivery || !body) {
      throw new HookglassError(
        'not-found',
        `There is no delivery ${id}. It may have been removed.`,
      );
    }
    if (delivery.state !== 'complete') {
      throw new HookglassError(
        'conflict',
        `This request cannot be replayed: ${NOT_WHOLE[delivery.state]}.`,
      );
    }
    const endpoint = endpointOf(delivery, options.endpoints);
    const started = attempts.start({
      trigger: 'replay',
      deliveryId: id,
      message: {
        method: delivery.method,
        target: delivery.target,
        headers: delivery.headers,
        body,
      },
      endpointPath: endpoint.path,
      destination: chooseDestination(destination, endpoint, options.destinations),
      timeoutMs: endpoint.forwardTimeoutMs,
    });
    void started.done.then(async () => {
      const summary = await store.getSummary(id);
      if (summary) bus.publish({ type: 'deliveries.changed', items: [summary] });
    });
    return { attemptId: started.id };
  };
}

/** Its endpoint may have been removed meanwhile: then whatever would take it now. */
function endpointOf(delivery: Delivery, endpoints: Endpoints): Endpoint {
  const same = endpoints.list().find((endpoint) => endpoint.id === delivery.endpointId);
  return same ?? endpoints.match(delivery.target);
}

function chooseDestination(
  given: string | undefined,
  endpoint: Endpoint,
  destinations: Destinations,
): string {
  const destination = given ?? endpoint.forwardTo;
  if (destination === null) {
    throw new HookglassError(
      'no-destination',
      `The endpoint “${endpoint.name}” has no server to forward to. Set one, or name a destination.`,
    );
  }
  destinations.require(destination);
  return destination;
}
