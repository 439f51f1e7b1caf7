// Digests of a body that some providers sign in place of its bytes.

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Body, bodyChunks } from '../body.ts';

/** `sha256` is the digest's raw bytes; `crc32` a decimal number, as PayPal writes it. */
export const BODY_DIGESTS = ['sha256hex', 'sha256', 'md5base64', 'crc32'] as const;
export type BodyDigest = (typeof BODY_DIGESTS)[number];

/**
 * As text of one byte a character. Throws the file system's error when the body was spooled and its
 * file is gone.
 */
export function bodyDigest(body: Body, digest: BodyDigest): string {
  switch (digest) {
    case 'sha256hex':
      return hashOf(body, 'sha256').toString('hex');
    case 'sha256':
      return hashOf(body, 'sha256').toString('latin1');
    case 'md5base64':
      return hashOf(body, 'md5').toString('base64');
    case 'crc32': {
      let sum = 0;
      for (const chunk of bodyChunks(body)) sum = crc32(chunk, sum);
      return String(sum);
    }
  }
}

function hashOf(body: Body, name: string): Buffer {
  const hash = createHash(name);
  for (const chunk of bodyChunks(body)) hash.update(chunk);
  return hash.digest();
}
