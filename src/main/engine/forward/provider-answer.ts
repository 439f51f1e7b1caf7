// What the provider is told when its request is answered by the destination, or by nobody.

import type { HeaderList } from '../../../shared/headers.ts';
import type { AttemptFailure, FailureCode } from '../../../shared/model.ts';
import { hopByHopTest } from './hop-by-hop.ts';

export interface ProviderAnswer {
  status: 502 | 504;
  headers: HeaderList;
  body: string;
}

// For the provider's log, which others may read: what went wrong, but no address of this machine.
const REASONS: Record<FailureCode, string> = {
  refused: 'the destination refused the connection',
  dns: 'the name of the destination could not be found',
  unreachable: 'the destination could not be reached',
  tls: 'no secure connection to the destination could be made',
  timeout: 'the destination did not answer in time',
  reset: 'the destination closed the connection before it answered',
  'malformed-response': 'the answer of the destination was not valid HTTP',
  unconfirmed: 'the destination was not confirmed',
  interrupted: 'forwarding was interrupted',
  'body-gone': 'the body of the request could not be read',
};

/** 504 for a destination that took too long, 502 for every other failure. */
export function failureAnswer(failure: AttemptFailure | null): ProviderAnswer {
  const reason = failure ? REASONS[failure.code] : 'the destination gave no answer';
  return {
    status: failure?.code === 'timeout' ? 504 : 502,
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: `Hookglass received this request but could not forward it: ${reason}.\n`,
  };
}

/** The headers of a destination's answer that may be passed on, in their order and case. */
export function passedOnHeaders(headers: HeaderList): HeaderList {
  const isHopByHop = hopByHopTest(headers);
  return headers.filter(([name]) => !isHopByHop(name.toLowerCase()));
}
