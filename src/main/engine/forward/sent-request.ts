// What an attempt sent, made anew by the rules that it was sent by: it is not stored beside the delivery.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Attempt, Delivery } from '../../../shared/model.ts';
import { HookglassError } from '../errors.ts';
import { requestHeaders } from './request-headers.ts';

export interface SentRequest {
  method: string;
  /** Path and query. */
  target: string;
  /** Without Connection, which every connection adds, and a password of the destination's own. */
  headers: HeaderList;
}

/** Throws `unsupported` for a call back to a provider, which is no delivery sent on. */
export function sentRequest(
  { method, headers, bodySize }: Pick<Delivery, 'method' | 'headers' | 'bodySize'>,
  { destination, trigger }: Pick<Attempt, 'destination' | 'trigger'>,
): SentRequest {
  if (trigger === 'handshake') {
    throw new HookglassError(
      'unsupported',
      'This was a call back to the provider, and no request of its sent on.',
    );
  }
  const url = new URL(destination);
  // As it was sent: a URL would be written anew.
  const target = destination.slice(url.origin.length) || '/';
  return {
    method,
    target,
    headers: requestHeaders({ method, headers, url, bodyLength: bodySize }),
  };
}
