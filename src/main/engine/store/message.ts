// A request as one run of bytes: what search looks through in a single pass, with its headers and
// its body found again exactly.

import type { HeaderList } from '../../../shared/headers.ts';
import type { NewDelivery } from './store.ts';

export interface StoredMessage {
  raw: Buffer;
  /** Where the header lines begin and end in `raw`; an unspooled body follows. */
  headStart: number;
  headEnd: number;
  /** LIKE stops at a NUL byte: such a message is searched another, slower way. */
  hasNul: boolean;
  /** The headers, where lines could not hold them exactly; else null. */
  oddHeaders: HeaderList | null;
}

/** What a parsed HTTP header never has, and what would not come back out of lines. */
const ODD_NAME = /[:\n\u0100-\uffff]/;
const ODD_VALUE = /[\n\u0100-\uffff]/;

export function encodeMessage(delivery: NewDelivery): StoredMessage {
  const { method, target, headers, body } = delivery.captured;
  const facts = `${delivery.provider ?? ''}\n${delivery.eventType ?? ''}\n${delivery.messageId ?? ''}\n`;
  const requestLine = `${method} ${target}\n`;
  let lines = '';
  let odd = false;
  for (const [name, value] of headers) {
    lines += `${name}: ${value}\r\n`;
    odd ||= ODD_NAME.test(name) || ODD_VALUE.test(value);
  }
  const bytes = body.kind === 'memory' ? body.bytes : null;
  const factBytes = Buffer.byteLength(facts);
  const headStart = factBytes + requestLine.length;
  const headEnd = headStart + lines.length;
  const raw = Buffer.allocUnsafe(headEnd + (bytes?.length ?? 0));
  // What we made of the request is UTF-8; what came over the wire goes back to the wire's bytes.
  if (factBytes === facts.length) {
    raw.write(facts + requestLine + lines, 0, 'latin1');
  } else {
    raw.write(facts, 0, 'utf8');
    raw.write(requestLine + lines, factBytes, 'latin1');
  }
  bytes?.copy(raw, headEnd);
  const oddHeaders = odd ? headers : null;
  return { raw, headStart, headEnd, hasNul: raw.includes(0), oddHeaders };
}

/** The pairs of the header lines that {@link encodeMessage} wrote, when they were not odd. */
export function decodeHeaders(lines: Uint8Array): HeaderList {
  const text = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength).toString('latin1');
  const headers: HeaderList = [];
  for (let start = 0; start < text.length; ) {
    const colon = text.indexOf(':', start);
    const end = text.indexOf('\r\n', colon);
    headers.push([text.slice(start, colon), text.slice(colon + 2, end)]);
    start = end + 2;
  }
  return headers;
}
