// How the result of a hash is written as a signature, and compared with one.

import { timingSafeEqual } from 'node:crypto';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Work } from './algorithm.ts';

export const HASHES = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type HashName = (typeof HASHES)[number];

/** Hashes for plain digests; not all of them are Node's, and not all are meant for HMAC. */
export type DigestName = HashName | 'keccak256';

/** A hash at work, as Node has it. */
export interface Hashing {
  update(data: Buffer): unknown;
  update(text: string, encoding: 'latin1'): unknown;
  digest(): Buffer;
}

/** `0xhex`: hexadecimal behind `0x`. */
export const ENCODINGS = ['hex', 'base64', 'base64url', '0xhex'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const SIZES: Record<DigestName, number> = {
  ...{ sha1: 20, sha256: 32, sha384: 48, sha512: 64 },
  keccak256: 32,
};

export const isHash = (value: string): value is HashName => isOneOf(HASHES, value);
export const isEncoding = (value: string): value is Encoding => isOneOf(ENCODINGS, value);

function isOneOf<T extends string>(known: readonly T[], value: string): value is T {
  return (known as readonly string[]).includes(value);
}

const FORMS: Record<Encoding, { words: string; pattern: RegExp }> = {
  hex: { words: 'hexadecimal digits', pattern: /^[0-9a-f]*$/i },
  base64: { words: 'characters of base64', pattern: /^[A-Za-z0-9+/]*={0,2}$/ },
  '0xhex': { words: 'characters of 0x and hexadecimal digits', pattern: /^0x[0-9a-f]*$/i },
  base64url: { words: 'characters of base64url', pattern: /^[A-Za-z0-9_-]*={0,2}$/ },
};

/** What is wrong with a signature of this hash, in words; null when it is well formed. */
export function complaintOf(
  label: string,
  hash: DigestName,
  encoding: Encoding,
): (signature: string) => string | null {
  const { words, pattern } = FORMS[encoding];
  const length = canonical(written(Buffer.alloc(SIZES[hash]), encoding), encoding).length;
  return (signature) => {
    if (!pattern.test(signature)) return `holds other characters than ${words}`;
    const found = canonical(signature, encoding).length;
    return found === length ? null : `has ${found} ${words}, but ${label} has ${length}`;
  };
}

/** One spelling for each value: hexadecimal in lower case, base64 without its padding. */
function canonical(signature: string, encoding: Encoding): string {
  switch (encoding) {
    case 'hex':
    case '0xhex':
      return signature.toLowerCase();
    case 'base64':
    case 'base64url':
      return signature.endsWith('=') ? signature.replace(/=+$/, '') : signature;
    default:
      return assertNever(encoding);
  }
}

function written(bytes: Buffer, encoding: Encoding): string {
  return encoding === '0xhex' ? `0x${bytes.toString('hex')}` : bytes.toString(encoding);
}

/** The signed bytes go into the hash; the result is compared in constant time. */
export function hashWork(computation: Hashing, encoding: Encoding): Work {
  const result = () => written(computation.digest(), encoding);
  return {
    text: (bytes) => void computation.update(bytes, 'latin1'),
    bytes: (chunk) => void computation.update(chunk),
    matches(candidates) {
      // Texts are compared rather than decoded bytes: base64 has several spellings of the same
      // bytes, and only one of them is what the provider sent.
      const expected = Buffer.from(canonical(result(), encoding), 'latin1');
      return candidates.some((candidate) => {
        const given = Buffer.from(canonical(candidate, encoding), 'latin1');
        const isSameLength = given.length === expected.length;
        // Another length takes as long as the right one.
        return timingSafeEqual(isSameLength ? given : expected, expected) && isSameLength;
      });
    },
    signature: result,
  };
}
