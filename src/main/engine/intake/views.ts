// A delivery of this moment as the interface and the command see it, without asking the store.

import { getHeader } from '../../../shared/headers.ts';
import type { Delivery, DeliverySummary } from '../../../shared/model.ts';
import { bodySize } from '../body.ts';
import type { Answered, NewDelivery, Repeats } from '../store/store.ts';

/** The list's row. `answered` is null while the answer is outstanding. */
export function summaryOf(
  delivery: NewDelivery,
  repeats: Repeats,
  answered: Answered | null,
): DeliverySummary {
  const { captured, verdict } = delivery;
  const response = answered?.response ?? delivery.response;
  return {
    id: delivery.id,
    endpointId: delivery.endpointId,
    receivedAt: new Date(captured.receivedAt).toISOString(),
    state: captured.state,
    method: captured.method,
    target: captured.target,
    bodySize: bodySize(captured.body),
    contentType: getHeader(captured.headers, 'content-type'),
    provider: delivery.provider,
    eventType: delivery.eventType,
    messageId: delivery.messageId,
    handshake: delivery.handshake !== null,
    pinned: false,
    verdict: { status: verdict.status, reason: verdict.reason },
    response,
    durationMs: answered?.answeredMs ?? null,
    attemptCount: response.source === 'forward' ? 1 : 0,
    label: null,
    note: null,
    ...repeats,
  };
}

/** The whole delivery when it has just been answered; its attempts are told by themselves. */
export function deliveryOf(delivery: NewDelivery, repeats: Repeats, answered: Answered): Delivery {
  const { captured, verdict } = delivery;
  return {
    ...summaryOf(delivery, repeats, answered),
    httpVersion: captured.httpVersion,
    remoteAddress: captured.remoteAddress,
    headers: captured.headers,
    verdict,
    timing: {
      bodyMs: captured.bodyMs,
      verifiedMs: delivery.verifiedMs,
      committedMs: answered.committedMs,
      answeredMs: answered.answeredMs,
    },
    problem: captured.problem,
    handshakeDetail: delivery.handshake,
    imported: null,
    attempts: [],
    group: [],
    guesses: [],
  };
}
