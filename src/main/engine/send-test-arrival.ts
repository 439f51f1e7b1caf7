// Which delivery a test event became: what arrives while it is under way is compared with it.

import { getAllHeaders } from '../../shared/headers.ts';
import type { DeliverySummary } from '../../shared/model.ts';
import { bodyRange, bodySize } from './body.ts';
import type { Bus } from './bus.ts';
import { OURS, type OutgoingRequest } from './send-request.ts';
import type { Store } from './store/store.ts';

export interface Arrivals {
  /** The delivery that became of it; null when it went somewhere else, or was one of a flood. */
  find(sent: OutgoingRequest): Promise<DeliverySummary | null>;
  stop(): void;
}

/** As many as a person's own machine receives at once, and more. */
const MAX_SEEN = 200;

/** Begins to watch. It has arrived when it is answered: deliveries are told of before that. */
export function watchArrivals(bus: Bus, store: Store): Arrivals {
  const seen: DeliverySummary[] = [];
  const stop = bus.on('deliveries.added', ({ items }) => {
    seen.push(...items.slice(0, MAX_SEEN - seen.length));
  });
  return {
    async find(sent) {
      for (const summary of seen) {
        if (summary.bodySize === sent.body.length && (await isSame(store, summary.id, sent))) {
          return summary;
        }
      }
      return null;
    },
    stop,
  };
}

/** By its body and its headers, among which are fresh ids and a signature. */
async function isSame(store: Store, id: string, sent: OutgoingRequest): Promise<boolean> {
  const [delivery, body] = await Promise.all([store.getDelivery(id), store.getBody(id)]);
  if (delivery === null || body === null) return false;
  const hasHeaders = sent.headers.every(
    ([name, value]) =>
      OURS.has(name.toLowerCase()) || getAllHeaders(delivery.headers, name).includes(value),
  );
  return hasHeaders && sent.body.equals(await bodyRange(body, 0, bodySize(body)));
}
