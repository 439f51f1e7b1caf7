// Our tries to destinations: each is stored when it starts and when it ends, and published both times.

import type { Attempt, AttemptTrigger } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import type { Destinations } from './endpoints/destinations.ts';
import {
  type Forwarder,
  type ForwardMessage,
  type ForwardResult,
  NO_TIMING,
  type OnResponse,
} from './forward/forward.ts';
import type { Store } from './store/store.ts';

export interface AttemptRequest {
  trigger: AttemptTrigger;
  deliveryId: string;
  message: ForwardMessage;
  endpointPath: string;
  destination: string;
  /** 0: none. */
  timeoutMs: number;
  onResponse?: OnResponse;
}

export interface StartedAttempt {
  id: string;
  /** The attempt as it ended. Never rejects. */
  done: Promise<Attempt>;
}

export interface Attempts {
  start(request: AttemptRequest): StartedAttempt;
  /** Breaks off what is under way and resolves when it has ended. */
  close(): Promise<void>;
}

export interface AttemptsOptions {
  store: Store;
  bus: Bus;
  forwarder: Forwarder;
  destinations: Destinations;
  now: () => Date;
  onError: (error: unknown) => void;
}

export function createAttempts(options: AttemptsOptions): Attempts {
  const closing = new AbortController();
  const underWay = new Set<Promise<Attempt>>();
  return {
    start(request) {
      const pending = pendingAttempt(options, request);
      const done = run(options, request, pending, closing.signal);
      underWay.add(done);
      void done.then(() => underWay.delete(done));
      return { id: pending.id, done };
    },
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}

async function run(
  options: AttemptsOptions,
  request: AttemptRequest,
  pending: Attempt,
  signal: AbortSignal,
): Promise<Attempt> {
  const { store } = options;
  // The trace that a crash leaves. Sending does not wait for it: the delivery itself is on disk.
  save(options, pending);
  const result = await send(options, request, signal);
  const attempt: Attempt = { ...pending, ...result.attempt };
  if (result.body.length > 0) store.putAttemptBody(attempt.id, result.body);
  save(options, attempt);
  return attempt;
}

async function send(
  { forwarder, destinations }: AttemptsOptions,
  request: AttemptRequest,
  signal: AbortSignal,
): Promise<ForwardResult> {
  const { message, endpointPath, destination, timeoutMs, onResponse } = request;
  if (!destinations.isAllowed(destination)) {
    return forwarder.refuse(destination, {
      code: 'unconfirmed',
      message: `${destination} is not on this machine and was never confirmed. Confirm it in the endpoint’s settings, then replay.`,
    });
  }
  return forwarder.forward({ message, endpointPath, destination, timeoutMs, signal, onResponse });
}

function save({ store, bus, onError }: AttemptsOptions, attempt: Attempt): void {
  store.putAttempt(attempt).catch(onError);
  bus.publish({ type: 'attempt.changed', attempt });
}

function pendingAttempt({ store, now }: AttemptsOptions, request: AttemptRequest): Attempt {
  return {
    id: store.newAttemptId(),
    deliveryId: request.deliveryId,
    trigger: request.trigger,
    destination: request.destination,
    startedAt: now().toISOString(),
    outcome: 'pending',
    status: null,
    headers: [],
    bodySize: 0,
    bodyTruncated: false,
    failure: null,
    timing: NO_TIMING,
  };
}
