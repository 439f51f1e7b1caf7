// What stands before a request's target in the URL that its sender called: some providers sign the whole
// URL, as they know it.

import { getHeader, type HeaderList } from '../../shared/headers.ts';
import type { Endpoint } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import { pathOfTarget } from './endpoints/match.ts';

/** `https://abc.example`, without a slash at its end; null when nothing tells. */
export type PublicOrigin = (headers: HeaderList) => string | null;

/** Follows the tunnel, as far as the bus tells of it. */
export function followPublicOrigin(bus: Bus): PublicOrigin {
  let tunnel: URL | null = null;
  bus.on('tunnel.changed', ({ status }) => {
    tunnel = status.publicUrl === null ? null : new URL(status.publicUrl);
  });
  return (headers) => publicOriginOf(headers, tunnel);
}

/**
 * What came through the tunnel has its public host, or headers of a proxy; what came straight to the
 * receiver has the receiver's own.
 */
export function publicOriginOf(headers: HeaderList, tunnel: URL | null): string | null {
  const host = getHeader(headers, 'host');
  const forwarded = getHeader(headers, 'x-forwarded-proto');
  const isForwarded = forwarded !== null || getHeader(headers, 'x-forwarded-for') !== null;
  if (tunnel !== null && (isForwarded || host?.toLowerCase() === tunnel.host)) return tunnel.origin;
  if (host === null || host === '') return null;
  const scheme = forwarded?.split(',')[0]?.trim().toLowerCase() === 'https' ? 'https' : 'http';
  return `${scheme}://${host}`;
}

/**
 * The URL that was called, where the endpoint says how the provider knows it; null where it does not.
 * What the request has behind the endpoint's path, and its query, follow as they came: a signature
 * would not survive anything else.
 */
export function calledUrlOf(
  { publicUrl, path }: Pick<Endpoint, 'publicUrl' | 'path'>,
  target: string,
): string | null {
  if (publicUrl === null) return null;
  const [known = ''] = publicUrl.split('#');
  const [base = '', ...ownQuery] = known.split('?');
  const rest = pathOfTarget(target).slice(path === '/' ? 0 : path.length);
  const whole = rest === '' || rest === '/' ? base : base.replace(/\/$/, '') + rest;
  const mark = target.indexOf('?');
  // A query that the provider was given comes with its requests, unless something strips it.
  if (mark !== -1) return whole + target.slice(mark);
  return ownQuery.length === 0 ? whole : `${whole}?${ownQuery.join('?')}`;
}
