// Calls to a provider's own URL that a handshake asks for: each is an attempt of its delivery.

import type { Agent } from 'node:https';
import type { Attempt } from '../../../shared/model.ts';
import type { Bus } from '../bus.ts';
import { NO_TIMING } from '../forward/forward.ts';
import type { Notices } from '../notices.ts';
import type { Store } from '../store/store.ts';
import { callBack } from './call-back.ts';

export interface Calls {
  /** The call as it ended, once at a time for a delivery. Never rejects. */
  make(deliveryId: string, url: string): Promise<Attempt>;
  /** Breaks off what is under way, and resolves when it has ended. */
  close(): Promise<void>;
}

export interface CallsOptions {
  store: Store;
  bus: Bus;
  notices: Notices;
  /** Tests lead the providers' names to servers of their own with it. */
  agent?: Agent | undefined;
  now: () => Date;
  /** Milliseconds that only ever grow. */
  monotonic: () => number;
}

export function createCalls(options: CallsOptions): Calls {
  const closing = new AbortController();
  const calls = new Map<string, Promise<Attempt>>();
  return {
    make(deliveryId, url) {
      const underWay = calls.get(deliveryId);
      if (underWay !== undefined) return underWay;
      const made = makeCall(options, deliveryId, url, closing.signal);
      calls.set(deliveryId, made);
      void made.finally(() => calls.delete(deliveryId));
      return made;
    },
    async close() {
      closing.abort();
      await Promise.all(calls.values());
    },
  };
}

async function makeCall(
  { store, bus, notices, agent, now, monotonic }: CallsOptions,
  deliveryId: string,
  url: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const pending: Attempt = {
    id: store.newAttemptId(),
    deliveryId,
    ...{ trigger: 'handshake', destination: url, startedAt: now().toISOString() },
    ...{ outcome: 'pending', status: null, headers: [], bodySize: 0, bodyTruncated: false },
    ...{ failure: null, timing: NO_TIMING },
  };
  const save = (attempt: Attempt) => {
    store.putAttempt(attempt).catch(notices.addError);
    bus.publish({ type: 'attempt.changed', attempt });
  };
  save(pending);
  const { body, ...result } = await callBack(url, { agent, signal, monotonic });
  const attempt = { ...pending, ...result };
  if (body.length > 0) store.putAttemptBody(attempt.id, body);
  save(attempt);
  const summary = await store.getSummary(deliveryId).catch(() => null);
  if (summary) bus.publish({ type: 'deliveries.changed', items: [summary] });
  return attempt;
}
