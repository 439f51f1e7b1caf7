// The destination's own answer for the provider: streamed through as it arrives, or a plain 502 or
// 504 when there is none.

import type { DeliveryResponse, Endpoint } from '../../../shared/model.ts';
import type { Attempts } from '../attempts.ts';
import { failureAnswer, passedOnHeaders } from '../forward/provider-answer.ts';
import type { Exchange } from '../receiver/exchange.ts';
import type { NewDelivery } from '../store/store.ts';

/** Resolves when the provider has its answer; the attempt is stored by then or soon after. */
export async function forwardAndAnswer(
  attempts: Attempts,
  delivery: NewDelivery,
  endpoint: Endpoint,
  destination: string,
  exchange: Exchange,
): Promise<DeliveryResponse> {
  let streamed: Promise<void> | null = null;
  let status: number | null = null;
  const { done } = attempts.start({
    trigger: 'forward',
    deliveryId: delivery.id,
    message: delivery.captured,
    endpointPath: endpoint.path,
    destination,
    timeoutMs: endpoint.forwardTimeoutMs,
    onResponse: (response) => {
      status = response.status;
      streamed = exchange.stream(response.status, passedOnHeaders(response.headers), response.body);
    },
  });
  const attempt = await done;
  if (streamed !== null) {
    await streamed;
    return { status, source: 'forward' };
  }
  const answer = failureAnswer(attempt.failure);
  await exchange.respond(answer.status, answer.headers, answer.body);
  return { status: answer.status, source: 'hookglass' };
}
