// Headers that are about one connection and not about the message (RFC 9110, 7.6.1): never passed
// on.

import { getAllHeaders, type HeaderList } from '../../../shared/headers.ts';

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** What says where a message goes and how long it is cannot be named away. */
const KEPT = new Set(['host', 'content-length']);

/**
 * The test for one message: the usual names, all of `Proxy-*`, and what its Connection header
 * names.
 */
export function hopByHopTest(headers: HeaderList): (lowerName: string) => boolean {
  const named = new Set(
    getAllHeaders(headers, 'connection')
      .flatMap((value) => value.split(','))
      .map((token) => token.trim().toLowerCase())
      .filter((token) => !KEPT.has(token)),
  );
  return (name) => HOP_BY_HOP.has(name) || name.startsWith('proxy-') || named.has(name);
}
