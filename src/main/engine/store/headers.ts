// Headers as the raw lines they came in, which search looks through.

import type { HeaderList } from '../../../shared/headers.ts';

/** What a parsed HTTP header never has, and what would not come back out of lines. */
const ODD_NAME = /[:\n\u0100-\uffff]/;
const ODD_VALUE = /[\n\u0100-\uffff]/;

/** `Name: value` lines, and whether they can be read back exactly. */
export function encodeHeaders(headers: HeaderList): { lines: string; isOdd: boolean } {
  let lines = '';
  let isOdd = false;
  for (const [name, value] of headers) {
    lines += `${name}: ${value}\r\n`;
    isOdd ||= ODD_NAME.test(name) || ODD_VALUE.test(value);
  }
  return { lines, isOdd };
}

/** The pairs of the Latin-1 lines that {@link encodeHeaders} wrote, when they were not odd. */
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

/** The values of one header in Latin-1 lines, without taking the others apart; `name` in lower case. */
export function headerValues(lines: Uint8Array, name: string): string[] {
  const text = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength).toString('latin1');
  // Every letter of Latin-1 has as many characters in the other case.
  const lower = text.toLowerCase();
  const start = `${name}: `;
  const values: string[] = [];
  for (let at = lower.indexOf(start); at !== -1; at = lower.indexOf(start, at + 1)) {
    if (at > 0 && lower.charAt(at - 1) !== '\n') continue;
    const end = text.indexOf('\r\n', at);
    values.push(text.slice(at + start.length, end === -1 ? undefined : end));
  }
  return values;
}
