// What makes a delivery the same one when it is brought in again: everything that came over the wire, and
// when.

import { createHash } from 'node:crypto';
import { bodyStream } from '../body.ts';
import type { Incoming } from './incoming.ts';

/** Hexadecimal, of 128 bits. */
export async function fingerprintOf(incoming: Incoming): Promise<string> {
  const { receivedAt, method, target, httpVersion, headers, body } = incoming;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([receivedAt, method, target, httpVersion, headers]));
  if (body.kind === 'memory') hash.update(body.bytes);
  else for await (const chunk of bodyStream(body)) hash.update(chunk);
  return hash.digest('hex').slice(0, 32);
}
