// A request as one run of bytes: what search looks through in a single pass, with its headers and
// its body found again exactly.

import { encodeHeaders } from './headers.ts';
import type { NewDelivery } from './store.ts';

/** Everything before the body. */
export interface MessageHead {
  /** What we made of the request: written as UTF-8, unlike the rest. */
  facts: string;
  factBytes: number;
  /** The request and header lines, a character for each byte that came over the wire. */
  lines: string;
  /** Where the header lines begin and end in the message; an unspooled body follows. */
  headStart: number;
  headEnd: number;
  /** True when the headers cannot be read back from their lines. */
  isOdd: boolean;
}

export function messageHead(delivery: NewDelivery): MessageHead {
  const { provider, eventType, messageId, captured } = delivery;
  const facts = `${provider ?? ''}\n${eventType ?? ''}\n${messageId ?? ''}\n`;
  const requestLine = `${captured.method} ${captured.target}\n`;
  const headers = encodeHeaders(captured.headers);
  const factBytes = Buffer.byteLength(facts);
  const headStart = factBytes + requestLine.length;
  return {
    facts,
    factBytes,
    lines: requestLine + headers.lines,
    headStart,
    headEnd: headStart + headers.lines.length,
    isOdd: headers.isOdd,
  };
}

/** Writes the message into `target`, which has room for it from `at`. */
export function writeMessage(target: Buffer, at: number, head: MessageHead, body: Buffer): void {
  const { facts, factBytes, lines, headEnd } = head;
  if (factBytes === facts.length) {
    target.write(facts + lines, at, 'latin1');
  } else {
    target.write(facts, at, 'utf8');
    target.write(lines, at + factBytes, 'latin1');
  }
  target.set(body, at + headEnd);
}
