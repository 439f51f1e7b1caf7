// Request lines that are HTTP but that Node's parser does not take: methods it has never heard of,
// and bytes above 0x7f in the target. Its own kind of line is put in their place; the original is
// kept.

import { METHODS } from 'node:http';
import type { ParseFailure } from './malformed.ts';

export interface UnusualLine {
  method: string;
  target: string;
  /** What the client sent, and what the parser is given in its place. */
  line: string;
  usual: string;
  /** What had come behind the line. */
  rest: Buffer;
}

const LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}) ([\x21-\x7e\x80-\xff]+) (HTTP\/1\.[01])(?=\r\n)/;
const KNOWN = new Set(METHODS);

/** Null when the line is not HTTP at all, or not the whole of it is at hand. */
export function readUnusualLine({ code, packet, place }: ParseFailure): UnusualLine | null {
  if (code !== 'HPE_INVALID_METHOD' && code !== 'HPE_INVALID_URL') return null;
  if (place !== 'whole' || packet === null) return null;
  const match = LINE.exec(packet.toString('latin1'));
  if (!match) return null;
  const [line, method = '', target = '', version = ''] = match;
  // The method decides how the answer is framed (HEAD has no body), so a known one stays.
  const usual = `${KNOWN.has(method) ? method : 'POST'} / ${version}`;
  return { method, target, line, usual, rest: packet.subarray(line.length) };
}

/** Bytes that begin with the usual line, as the client sent them. */
export function withUnusualLine({ line, usual }: UnusualLine, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(line, 'latin1'), bytes.subarray(usual.length)]);
}
