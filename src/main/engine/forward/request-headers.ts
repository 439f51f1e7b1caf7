// The headers of a request to a destination: those that came, in their order and case, with what a
// proxy has to change. Nothing is invented: no X-Forwarded-*, no Via. A request that a destination
// gets from us is the provider's own, and so are its headers, on the first try as in a replay next
// week.

import type { HeaderList } from '../../../shared/headers.ts';
import { isSendable } from '../wire-headers.ts';
import { hopByHopTest } from './hop-by-hop.ts';

export interface RequestHead {
  method: string;
  headers: HeaderList;
  /** The destination. */
  url: URL;
  /** All bytes of the body, which are at hand. */
  bodyLength: number;
}

/** Methods for which no length means no body; for the others Node would choose chunks. */
const BODYLESS = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/**
 * Host becomes the destination's. The length is always told, at the place where the request told
 * its own or said that it was chunked. `Expect` goes: we do not wait for a 100. The destination's
 * user and password become an Authorization, unless the request has one.
 */
export function requestHeaders({ method, headers, url, bodyLength }: RequestHead): HeaderList {
  const isHopByHop = hopByHopTest(headers);
  const sent: HeaderList = [];
  let hasHost = false;
  let hasLength = false;
  let hasAuthorization = false;
  const pushLength = (name: string) => {
    if (!hasLength) sent.push([name, String(bodyLength)]);
    hasLength = true;
  };
  for (const pair of headers) {
    if (!isSendable(pair)) continue;
    const name = pair[0].toLowerCase();
    if (name === 'host') {
      if (!hasHost) sent.push([pair[0], url.host]);
      hasHost = true;
    } else if (name === 'content-length') pushLength(pair[0]);
    else if (name === 'transfer-encoding') pushLength('Content-Length');
    else if (name !== 'expect' && !isHopByHop(name)) {
      sent.push(pair);
      if (name === 'authorization') hasAuthorization = true;
    }
  }
  if (!hasHost) sent.unshift(['Host', url.host]);
  if (bodyLength > 0 || !BODYLESS.has(method)) pushLength('Content-Length');
  if (url.username !== '' && !hasAuthorization) sent.push(['Authorization', basicAuth(url)]);
  return sent;
}

function basicAuth({ username, password }: URL): string {
  const text = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
