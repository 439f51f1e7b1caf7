// The URL that a provider called, for a request that comes without the receiver that would know it:
// what the user says, or what the request itself tells.

import { getHeader, type HeaderList } from '../../../shared/headers.ts';
import { publicUrlParts } from './url-parts.ts';

export interface CalledUrl {
  target: string;
  /** What stands before the target; null when nothing tells. */
  publicOrigin: string | null;
}

/**
 * `url` is as the provider knows it: an origin alone is followed by the request's own target, and a URL
 * without a query by the request's own query. It may be a path alone, or null.
 */
export function calledUrl(url: string | null, target: string, headers: HeaderList): CalledUrl {
  const requested = splitOrigin(target);
  const given = splitOrigin(url ?? '');
  const publicOrigin = given.origin || requested.origin || originOfHost(headers);
  if (given.target === '' || (given.target === '/' && given.origin !== '')) {
    return { target: requested.target || given.target || '/', publicOrigin };
  }
  if (given.target.includes('?')) return { target: given.target, publicOrigin };
  const mark = requested.target.indexOf('?');
  const query = mark === -1 ? '' : requested.target.slice(mark);
  return { target: given.target + query, publicOrigin };
}

/** Nothing is decoded or normalised: a signature would not survive that. */
function splitOrigin(text: string): { origin: string; target: string } {
  const target = publicUrlParts(text)['url.target'];
  const [withoutFragment = ''] = target.split('#');
  return { origin: text.slice(0, text.length - target.length), target: withoutFragment };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/** Providers call over https; what was sent to this machine itself hardly was. */
function originOfHost(headers: HeaderList): string | null {
  const host = getHeader(headers, 'host');
  if (host === null || host === '') return null;
  const forwarded = getHeader(headers, 'x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase();
  const usual = LOOPBACK.test(host) ? 'http' : 'https';
  return `${forwarded === 'http' || forwarded === 'https' ? forwarded : usual}://${host}`;
}

/** A URL's origin and target, as they are written: what some sign is the URL to the letter. */
export function urlAndTarget(url: string): { origin: string; target: string } {
  const { origin, target } = splitOrigin(url);
  return { origin, target: target.startsWith('/') ? target : `/${target}` };
}

/**
 * Where to send a request that was signed for one URL and goes to another: to the other, with what
 * signing added to the query.
 */
export function retarget(signed: string, signedFor: string, to: string): string {
  const own = urlAndTarget(to).target;
  const added = signed.slice(urlAndTarget(signedFor).target.length);
  if (added === '' || !signed.startsWith(urlAndTarget(signedFor).target)) return own;
  return own + (own.includes('?') ? '&' : '?') + added.slice(1);
}
