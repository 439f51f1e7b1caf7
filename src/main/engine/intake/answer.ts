// What the provider will be answered, decided before anything is stored: a pure choice.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Endpoint, ResponseSource } from '../../../shared/model.ts';
import type { HandshakeAnswer } from '../verify/index.ts';

export interface FixedAnswer {
  source: Exclude<ResponseSource, 'forward'>;
  status: number;
  headers: HeaderList;
  body: string;
  delayMs: number;
}

export type AnswerPlan =
  | { kind: 'fixed'; answer: FixedAnswer; forwardTo: string | null }
  | { kind: 'forward'; forwardTo: string };

const PLAIN_TEXT: HeaderList = [['Content-Type', 'text/plain; charset=utf-8']];

/**
 * A handshake is answered here, so that an endpoint can be registered before there is a server behind
 * it; while paused too, because a URL that fails its provider's checks is taken out of service, and a
 * handshake is nothing that could be passed on later. While paused nothing is forwarded and the provider
 * is asked to come back: the delivery is kept all the same. A fixed answer with a destination is given at once, and forwarded beside it.
 */
export function planAnswer(
  endpoint: Endpoint,
  handshake: Pick<HandshakeAnswer, 'status' | 'headers' | 'body'> | null,
  paused: boolean,
): AnswerPlan {
  if (handshake) {
    const { status, headers, body } = handshake;
    const answer: FixedAnswer = { source: 'handshake', status, headers, body, delayMs: 0 };
    return { kind: 'fixed', answer, forwardTo: null };
  }
  if (paused) return { kind: 'fixed', answer: pausedAnswer(), forwardTo: null };
  const { forwardTo, respond } = endpoint;
  if (forwardTo !== null && respond.mode === 'forward') return { kind: 'forward', forwardTo };
  const { status, headers, body, delayMs } = respond;
  return { kind: 'fixed', answer: { source: 'canned', status, headers, body, delayMs }, forwardTo };
}

function pausedAnswer(): FixedAnswer {
  return {
    source: 'hookglass',
    status: 503,
    headers: [...PLAIN_TEXT, ['Retry-After', '60']],
    body: 'Hookglass is paused: the request was kept, but not passed on.\n',
    delayMs: 0,
  };
}

/** When the delivery could not be written: without it on disk, the provider must send it again. */
export function notStoredAnswer(): FixedAnswer {
  return {
    source: 'hookglass',
    status: 503,
    headers: [...PLAIN_TEXT, ['Retry-After', '10']],
    body: 'Hookglass could not store this request. Please send it again.\n',
    delayMs: 0,
  };
}
