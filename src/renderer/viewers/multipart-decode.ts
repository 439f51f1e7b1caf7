// Takes a multipart body apart for display: the parts' names, types, bytes and small values.
// https://www.rfc-editor.org/rfc/rfc7578, https://www.rfc-editor.org/rfc/rfc2046#section-5.1

import { decodeText, mediaParameter } from './charset.ts';
import { type Bytes, isBinary } from './content.ts';
import type { Sliced } from './sliced.ts';

export interface Part {
  name: string;
  filename: string | null;
  contentType: string | null;
  bytes: Bytes;
  /** Text of a part that has no file name and is text; null otherwise. */
  value: string | null;
  /** True when `value` is only the beginning. */
  cut: boolean;
}

export interface Multipart {
  parts: Part[];
  /** What is wrong with it, in words without a full stop; the parts found so far are listed. */
  problem: string | null;
}

const MAX_PARTS = 10_000;
const VALUE_BYTES = 64 * 1024;
const MAX_HEAD_BYTES = 16_384;
const CR = 13;
const LF = 10;
const DASH = 45;

/** The parts of a multipart body, in order. Yields after every part. */
export function* decodeMultipart(bytes: Bytes, contentType: string): Sliced<Multipart> {
  const boundary = mediaParameter(contentType, 'boundary');
  if (!boundary) return { parts: [], problem: 'The content type names no boundary' };
  const marker = new TextEncoder().encode(`--${boundary}`);
  const parts: Part[] = [];
  let at = delimiterFrom(bytes, marker, 0);
  if (at === -1) return { parts, problem: 'The boundary that the headers name is not in the body' };
  for (;;) {
    const start = at + marker.length;
    if (bytes[start] === DASH && bytes[start + 1] === DASH) return { parts, problem: null };
    if (parts.length === MAX_PARTS) {
      return {
        parts,
        problem: `Only the first ${MAX_PARTS.toLocaleString('en-US')} parts are listed`,
      };
    }
    const next = delimiterFrom(bytes, marker, start);
    if (next === -1)
      return { parts, problem: 'The last part is not closed: the body is cut short' };
    parts.push(decodePart(bytes.subarray(start, withoutLineEnd(bytes, start, next))));
    at = next;
    yield;
  }
}

function withoutLineEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  if (at > start && bytes[at - 1] === LF) at--;
  if (at > start && bytes[at - 1] === CR) at--;
  return at;
}

function decodePart(part: Bytes): Part {
  const head = headLength(part);
  const lines = new TextDecoder().decode(part.subarray(0, head)).split(/\r?\n/);
  const disposition = headerValue(lines, 'content-disposition');
  const filename = mediaParameter(disposition, 'filename');
  const bytes = part.subarray(head);
  const contentType = headerValue(lines, 'content-type');
  const isText = filename === null && !isBinary({ bytes, contentType });
  return {
    name: mediaParameter(disposition, 'name') ?? '',
    filename,
    contentType,
    bytes,
    value: isText ? decodeText(bytes.subarray(0, VALUE_BYTES), contentType).text : null,
    cut: bytes.length > VALUE_BYTES,
  };
}

/** Bytes up to and with the empty line that ends the part's headers. */
function headLength(part: Uint8Array): number {
  const limit = Math.min(part.length, MAX_HEAD_BYTES);
  for (let i = 0; i + 1 < limit; i++) {
    if (part[i] !== LF) continue;
    if (part[i + 1] === LF) return i + 2;
    if (part[i + 1] === CR && part[i + 2] === LF) return i + 3;
  }
  return limit;
}

function headerValue(lines: string[], name: string): string | null {
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon !== -1 && line.slice(0, colon).trim().toLowerCase() === name) {
      return line.slice(colon + 1).trim();
    }
  }
  return null;
}

/** The next place of the delimiter, which has to begin a line; -1 when there is none. */
function delimiterFrom(bytes: Uint8Array, delimiter: Uint8Array, from: number): number {
  const last = bytes.length - delimiter.length;
  // A plain loop: calling indexOf for each candidate is slow on a body of nothing but candidates.
  for (let at = from; at <= last; at++) {
    if (bytes[at] !== DASH || (at > 0 && bytes[at - 1] !== LF)) continue;
    let i = 1;
    while (i < delimiter.length && bytes[at + i] === delimiter[i]) i++;
    if (i === delimiter.length) return at;
  }
  return -1;
}
