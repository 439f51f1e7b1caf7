// Judges deliveries again whose provider's key was not there when they came: as of then, when it is.

import type { Delivery, Verdict } from '../../../shared/model.ts';
import type { Body } from '../body.ts';
import type { Bus } from '../bus.ts';
import type { Endpoints } from '../endpoints/endpoints.ts';
import { calledUrlOf, type PublicOrigin } from '../public-origin.ts';
import { withSpooledForm } from '../spooled-form.ts';
import type { NewDelivery, Store } from '../store/store.ts';
import { interpret } from '../verify/index.ts';
import type { FindKeys } from '../verify/keys/keys.ts';
import { verifyConfigOf } from '../verify-config.ts';
import type { KeyCache } from './key-cache.ts';
import { withKeys } from './with-keys.ts';

export interface Rejudge {
  /**
   * A delivery that was just stored without its verdict. It gets its new verdict, too. Resolves when
   * that is stored, or will not come.
   */
  later(delivery: NewDelivery): Promise<void>;
  /**
   * The delivery with the verdict that can be had of it now. What has to be fetched for it is, and
   * told by `deliveries.changed`.
   */
  opened(delivery: Delivery): Promise<Delivery>;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

export interface RejudgeOptions {
  store: Store;
  endpoints: Endpoints;
  bus: Bus;
  cache: KeyCache;
  publicOrigin: PublicOrigin;
  /** A delivery has another verdict. */
  onChanged: (id: string, verdict: Verdict) => void;
  onError: (error: unknown) => void;
}

/** More deliveries do not wait for their keys: they are judged when they are opened. */
const MAX_WAITING = 200;

/** What a verdict is made of. */
type Judged = Pick<Delivery, 'endpointId' | 'provider' | 'method' | 'target' | 'headers'> & {
  body: Body;
  receivedAt: number;
};

export function createRejudge(options: RejudgeOptions): Rejudge {
  const { store, bus, cache } = options;
  const waiting = new Map<string, Promise<void>>();

  /** The verdict is stored before it is told. */
  async function replace(id: string, verdict: Verdict): Promise<void> {
    if (!(await store.updateVerdict(id, verdict))) return;
    const summary = await store.getSummary(id);
    if (summary) bus.publish({ type: 'deliveries.changed', items: [summary] });
    options.onChanged(id, verdict);
  }

  function wait(id: string, judged: Judged, done: (verdict: Verdict) => void): Promise<void> {
    const known = waiting.get(id);
    if (known !== undefined) return known;
    if (waiting.size >= MAX_WAITING) return Promise.resolve();
    const work = async () => {
      const verdict = await withKeys(cache, (keys) => judgeAgain(options, judged, keys));
      if (verdict === null || isPending(verdict)) return;
      done(verdict);
      await replace(id, verdict);
    };
    const promise = work()
      .catch(options.onError)
      .finally(() => waiting.delete(id));
    waiting.set(id, promise);
    return promise;
  }

  return {
    later(delivery) {
      const { id, endpointId, provider, captured } = delivery;
      return wait(id, { endpointId, provider, ...captured }, (verdict) => {
        delivery.verdict = verdict;
      });
    },
    async opened(delivery) {
      const { id, verdict: before, state } = delivery;
      if (!isWithoutKey(before) || state !== 'complete') return delivery;
      const stored = await store.getBody(id);
      if (!stored) return delivery;
      const body = await withSpooledForm(delivery.headers, stored, delivery.provider);
      const judged = { ...delivery, body, receivedAt: Date.parse(delivery.receivedAt) };
      const verdict = judgeAgain(options, judged, cache.find);
      if (verdict === null) return delivery;
      if (isPending(verdict)) void wait(id, judged, () => {});
      else if (verdict.reason !== before.reason) await replace(id, verdict);
      return { ...delivery, verdict };
    },
    async close() {
      await Promise.all(waiting.values());
    },
  };
}

const isPending = ({ reason }: Verdict): boolean => reason === 'key-pending';

const isWithoutKey = ({ reason }: Verdict): boolean =>
  reason === 'key-pending' || reason === 'key-unavailable';

/** Null when the endpoint is gone, or is another provider's by now. */
export function judgeAgain(
  { endpoints, publicOrigin }: Pick<RejudgeOptions, 'endpoints' | 'publicOrigin'>,
  { endpointId, provider, method, target, headers, body, receivedAt }: Judged,
  keys: FindKeys,
): Verdict | null {
  const endpoint = endpoints.list().find(({ id }) => id === endpointId);
  if (endpoint === undefined || endpoint.provider !== provider) return null;
  const calledUrl = calledUrlOf(endpoint, target);
  return interpret(
    { method, target, headers, body, publicOrigin, calledUrl, complete: true },
    verifyConfigOf(endpoints, endpoint, keys),
    receivedAt,
  ).verdict;
}
