// What a delivery asked for, and what to call it where the parser never showed its first line.

import type { DeliverySummary } from '../../shared/model.ts';

type Requested = Pick<DeliverySummary, 'method' | 'target' | 'state'>;

/** `POST /stripe`; null when nothing of the request's first line could be read. */
export function requestLine({ method, target }: Omit<Requested, 'state'>): string | null {
  const line = `${method} ${target}`.trim();
  return line === '' ? null : line;
}

/** A name in our own words for a request without a first line. */
export function namelessRequest({ state }: Pick<Requested, 'state'>): string {
  // Only one that broke off before its headers ended, or one that is no HTTP, has no first line.
  return state === 'malformed' ? 'Not a request' : 'Incomplete headers';
}
