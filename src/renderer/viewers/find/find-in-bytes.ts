// Finds bytes among bytes in slices: a text as its UTF-8, or bytes written in hexadecimal.

import type { Sliced } from '../sliced.ts';
import { type Found, MAX_MATCHES } from './found.ts';
import type { FindQuery, PatternMistake } from './pattern.ts';

export interface BytePattern {
  kind: 'bytes';
  bytes: Uint8Array;
  /** False takes ASCII letters of either case for the same. */
  matchCase: boolean;
}

const MAX_BYTES = 1000;
const BYTES_PER_STEP = 64 * 1024;

/** `0a 0D`, `0x0a0d` and `0a:0d` are all the same two bytes. */
export function bytePattern(query: FindQuery): BytePattern | PatternMistake {
  const { text, matchCase, hex } = query;
  if (!hex) {
    const bytes = new TextEncoder().encode(text).subarray(0, MAX_BYTES);
    return { kind: 'bytes', bytes, matchCase };
  }
  const digits = text.replaceAll(/0x|[\s:,-]/gi, '');
  if (!/^[0-9a-f]*$/i.test(digits)) {
    return { kind: 'mistake', message: 'Write bytes as two digits each, such as 0d 0a.' };
  }
  if (digits.length % 2 === 1) {
    return { kind: 'mistake', message: 'Half a byte is missing: write two digits for each.' };
  }
  const pairs = digits.slice(0, MAX_BYTES * 2).match(/../g) ?? [];
  const bytes = Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
  return { kind: 'bytes', bytes, matchCase: true };
}

/** Every place of the bytes, none overlapping another. Yields every 64 KiB. */
export function* findInBytes(bytes: Uint8Array, pattern: BytePattern): Sliced<Found> {
  const found: Found = { starts: [], ends: [], more: false };
  const wanted = pattern.matchCase ? pattern.bytes : pattern.bytes.map(lowerCase);
  const { length } = wanted;
  if (length === 0) return found;
  const same = pattern.matchCase ? (byte: number) => byte : lowerCase;
  for (let at = 0, pauseAt = BYTES_PER_STEP; at + length <= bytes.length; ) {
    let i = 0;
    while (i < length && same(bytes[at + i] ?? 0) === wanted[i]) i++;
    if (i === length) {
      if (found.starts.length === MAX_MATCHES) return { ...found, more: true };
      found.starts.push(at);
      found.ends.push(at + length);
    }
    at += i === length ? length : 1;
    // A near miss costs as many steps as it has bytes.
    pauseAt -= i;
    if (at < pauseAt) continue;
    pauseAt = at + BYTES_PER_STEP;
    yield;
  }
  return found;
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
