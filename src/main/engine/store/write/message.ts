// A request as one run of bytes: what search looks through in a single pass, with its headers and
// its body found again exactly.

import { encodeHeaders } from '../headers.ts';
import type { ParcelFacts } from '../parcel.ts';

export interface StoredMessage {
  raw: Buffer;
  /** Where the header lines begin and end in `raw`; an unspooled body follows. */
  headStart: number;
  headEnd: number;
  /** LIKE stops at a NUL byte: such a message is searched another, slower way. */
  hasNul: boolean;
  /** True when the headers cannot be read back from their lines. */
  isOdd: boolean;
}

/** `body` has no bytes when they are in a file. */
export function encodeMessage(
  [provider, eventType, messageId, method, target]: ParcelFacts,
  headers: readonly string[],
  body: Uint8Array,
): StoredMessage {
  const facts = `${provider ?? ''}\n${eventType ?? ''}\n${messageId ?? ''}\n`;
  const requestLine = `${method} ${target}\n`;
  const { lines, isOdd } = encodeHeaders(headers);
  const factBytes = Buffer.byteLength(facts);
  const headStart = factBytes + requestLine.length;
  const headEnd = headStart + lines.length;
  const raw = Buffer.allocUnsafe(headEnd + body.length);
  // What we made of the request is UTF-8; what came over the wire goes back to the wire's bytes.
  if (factBytes === facts.length) {
    raw.write(facts + requestLine + lines, 0, 'latin1');
  } else {
    raw.write(facts, 0, 'utf8');
    raw.write(requestLine + lines, factBytes, 'latin1');
  }
  raw.set(body, headEnd);
  return { raw, headStart, headEnd, hasNul: raw.includes(0), isOdd };
}
