// A request as text of the wire: request line, headers, a blank line, and the exact bytes of the body.
// For what people save to a file and hand in again.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Problem } from './scheme.ts';

export interface RawRequest {
  method: string;
  target: string;
  headers: HeaderList;
  body: Buffer;
}

const LF = 0x0a;
const CR = 0x0d;
const REQUEST_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) +(\S+)(?: +HTTP\/\d(?:\.\d)?)? *$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Lines may end in CRLF or LF. The order, case and repetition of headers are kept, and a value is text
 * of one byte a character, as Node delivers it. A problem when this is no request.
 */
export function parseRawRequest(bytes: Buffer): RawRequest | Problem {
  if (bytes.length === 0) return { problem: 'There is no request: the input is empty.' };
  const head = splitHead(bytes);
  if (head === null) {
    return { problem: 'No blank line ends the headers, so it is not known where the body begins.' };
  }
  const [first = '', ...lines] = head.lines;
  const [, method, target] = REQUEST_LINE.exec(first) ?? [];
  if (method === undefined || target === undefined) {
    return { problem: 'The first line is no request line, such as: POST /webhooks HTTP/1.1' };
  }
  const headers: HeaderList = [];
  for (const [index, line] of lines.entries()) {
    const last = headers.at(-1);
    if (/^[\t ]/.test(line) && last !== undefined) {
      // An old way to write a long value on several lines (RFC 9112, 5.2).
      last[1] = trimmed(`${last[1]} ${trimmed(line)}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = trimmed(line.slice(0, Math.max(0, colon)));
    if (!HEADER_NAME.test(name)) {
      return { problem: `Line ${index + 2} is no header, such as: Content-Type: application/json` };
    }
    headers.push([name, trimmed(line.slice(colon + 1))]);
  }
  return { method, target, headers, body: bytes.subarray(head.end) };
}

/** Without the blanks around it; other white space belongs to a value. */
function trimmed(text: string): string {
  const isBlank = (at: number) => text[at] === ' ' || text[at] === '\t';
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(start)) start++;
  while (end > start && isBlank(end - 1)) end--;
  return text.slice(start, end);
}

/** The lines up to the first blank one, and where the body begins; null when none is blank. */
function splitHead(bytes: Buffer): { lines: string[]; end: number } | null {
  const lines: string[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(LF, start);
    if (end === -1) return null;
    const line = bytes.toString('latin1', start, bytes[end - 1] === CR ? end - 1 : end);
    start = end + 1;
    if (line !== '') lines.push(line);
    // Blank lines before the request line are passed over (RFC 9112, 2.2).
    else if (lines.length > 0) return { lines, end: start };
  }
}

/** The bytes of a request, its lines ended by CRLF. */
export function writeRawRequest({ method, target, headers, body }: RawRequest): Buffer {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
