// The life of one delivery: verified, committed, answered or forwarded, published. In this order: what
// the provider is told has happened, has happened.

import type { Delivery, DeliveryResponse, Endpoint } from '../../../shared/model.ts';
import type { Attempts } from '../attempts.ts';
import type { Bus } from '../bus.ts';
import type { Captured } from '../capture.ts';
import type { Endpoints } from '../endpoints/endpoints.ts';
import type { Handshakes } from '../handshakes/handshakes.ts';
import type { PublishedKeys } from '../keys/published-keys.ts';
import type { PublicOrigin } from '../public-origin.ts';
import type { Exchange } from '../receiver/exchange.ts';
import { withSpooledForm } from '../spooled-form.ts';
import type { NewDelivery, Repeats, Store } from '../store/store.ts';
import { type AnswerPlan, type FixedAnswer, notStoredAnswer, planAnswer } from './answer.ts';
import { forwardAndAnswer } from './forward-answer.ts';
import { judgeCaptured } from './judge.ts';
import { deliveryOf, summaryOf } from './views.ts';
import { wait } from './wait.ts';

export interface IntakeOptions {
  store: Store;
  endpoints: Endpoints;
  attempts: Attempts;
  handshakes: Handshakes;
  keys: Pick<PublishedKeys, 'find' | 'rejudge'>;
  bus: Bus;
  paused: () => boolean;
  publicOrigin: PublicOrigin;
  /** Monotonic, ms: the clock of `Captured.startedAt`. */
  monotonic: () => number;
  /** A delivery is on disk. */
  onStored: (delivery: NewDelivery) => void;
  /** A delivery has its answer, or its sender is gone. It is made only for who looks at it. */
  onAnswered: (answered: () => Delivery, delivery: NewDelivery) => void;
  onError: (error: unknown) => void;
}

export interface Intake {
  take(captured: Captured, exchange: Exchange): void;
  /** Answers that wait for their delay go out now, and none waits from now on. */
  hurry(): void;
  /** Resolves when nothing is under way any more. */
  drained(): Promise<void>;
}

export function createIntake(options: IntakeOptions): Intake {
  const hurrying = new AbortController();
  let underWay = 0;
  let onIdle = () => {};

  async function take(captured: Captured, exchange: Exchange): Promise<void> {
    underWay++;
    try {
      await takeIn(options, captured, exchange, hurrying.signal);
    } catch (error) {
      options.onError(error);
    } finally {
      if (--underWay === 0) onIdle();
    }
  }

  return {
    take(captured, exchange) {
      void take(captured, exchange);
    },
    hurry: () => hurrying.abort(),
    drained: () =>
      new Promise((resolve) => {
        onIdle = resolve;
        if (underWay === 0) resolve();
      }),
  };
}

async function takeIn(
  options: IntakeOptions,
  captured: Captured,
  exchange: Exchange,
  hurrying: AbortSignal,
): Promise<void> {
  const { store, bus } = options;
  // A delivery in memory is judged in the very turn in which it came.
  if (captured.body.kind === 'file' && captured.state === 'complete') {
    const { provider } = options.endpoints.match(captured.target);
    captured.body = await withSpooledForm(captured.headers, captured.body, provider);
  }
  const { delivery, endpoint, plan } = prepare(options, captured, exchange);
  let repeats: Repeats;
  try {
    repeats = await store.insert(delivery);
  } catch (error) {
    options.onError(error);
    await sendFixed(exchange, notStoredAnswer(), hurrying);
    return;
  }
  const committedMs = options.monotonic() - captured.startedAt;
  options.onStored(delivery);
  if (bus.wants('deliveries.added')) {
    bus.publish({
      type: 'deliveries.added',
      items: [summaryOf(delivery, repeats, null)],
      skipped: 0,
    });
  }
  if (isFollowed(delivery)) void followUp(options, delivery, endpoint);
  const response = plan
    ? await answer(options, delivery, endpoint, plan, exchange, hurrying)
    : delivery.response;
  finish(options, { delivery, repeats, response, committedMs, gone: exchange.gone });
}

function isFollowed({ verdict, handshake }: NewDelivery): boolean {
  return verdict.reason === 'key-pending' || handshake !== null;
}

/** A handshake is followed once it is known whether it is genuine. */
async function followUp(
  { keys, handshakes }: IntakeOptions,
  delivery: NewDelivery,
  endpoint: Endpoint,
): Promise<void> {
  if (delivery.verdict.reason === 'key-pending') await keys.rejudge.later(delivery);
  handshakes.follow(endpoint, delivery);
}

interface Prepared {
  delivery: NewDelivery;
  endpoint: Endpoint;
  /** Null where the receiver has answered. */
  plan: AnswerPlan | null;
}

/** Everything that is known before the commit. */
function prepare(options: IntakeOptions, captured: Captured, exchange: Exchange): Prepared {
  const { endpoints, store } = options;
  const endpoint = endpoints.match(captured.target);
  const { verdict, eventType, messageId, ...facts } = judgeCaptured(options, captured, endpoint);
  const handshake = endpoint.handshakes ? facts.handshake : null;
  const isSettled = exchange.closed || exchange.answered !== null;
  const plan = isSettled ? null : planAnswer(endpoint, handshake, options.paused());
  return {
    delivery: {
      id: store.newDeliveryId(),
      endpointId: endpoint.id,
      captured,
      provider: endpoint.provider,
      eventType,
      messageId,
      handshake: handshake && options.handshakes.receive(endpoint, handshake),
      verdict,
      verifiedMs: options.monotonic() - captured.startedAt,
      response: plannedResponse(plan, exchange.answered),
    },
    endpoint,
    plan,
  };
}

function plannedResponse(plan: AnswerPlan | null, answered: number | null): DeliveryResponse {
  if (!plan) return { status: answered, source: answered === null ? null : 'hookglass' };
  if (plan.kind === 'forward') return { status: null, source: 'forward' };
  return { status: plan.answer.status, source: plan.answer.source };
}

async function answer(
  options: IntakeOptions,
  delivery: NewDelivery,
  endpoint: Endpoint,
  plan: AnswerPlan,
  exchange: Exchange,
  hurrying: AbortSignal,
): Promise<DeliveryResponse> {
  if (plan.kind === 'forward') {
    return forwardAndAnswer(options.attempts, delivery, endpoint, plan.forwardTo, exchange);
  }
  if (plan.forwardTo !== null) {
    void options.attempts.start({
      trigger: 'forward',
      deliveryId: delivery.id,
      message: delivery.captured,
      endpointPath: endpoint.path,
      destination: plan.forwardTo,
      timeoutMs: endpoint.forwardTimeoutMs,
    });
  }
  await sendFixed(exchange, plan.answer, hurrying);
  return delivery.response;
}

async function sendFixed(
  exchange: Exchange,
  { status, headers, body, delayMs }: FixedAnswer,
  hurrying: AbortSignal,
): Promise<void> {
  if (delayMs > 0) await wait(delayMs, hurrying);
  await exchange.respond(status, headers, body);
}

interface Finished {
  delivery: NewDelivery;
  repeats: Repeats;
  response: DeliveryResponse;
  committedMs: number;
  gone: boolean;
}

function finish(
  { store, bus, monotonic, onAnswered }: IntakeOptions,
  { delivery, repeats, response, committedMs, gone }: Finished,
): void {
  const answeredMs = gone ? null : monotonic() - delivery.captured.startedAt;
  const answered = { id: delivery.id, response, committedMs, answeredMs };
  store.recordAnswer(answered);
  if (bus.wants('deliveries.changed')) {
    bus.publish({ type: 'deliveries.changed', items: [summaryOf(delivery, repeats, answered)] });
  }
  onAnswered(() => deliveryOf(delivery, repeats, answered), delivery);
}
