// A plain hash over content that holds the secret itself (`{secret}{body}`): how some providers sign
// that do not use HMAC.

import { createHash } from 'node:crypto';
import { keccak_256 } from '@noble/hashes/sha3.js';
import type { Algorithm } from './algorithm.ts';
import {
  complaintOf,
  type DigestName,
  type Encoding,
  type Hashing,
  hashWork,
} from './hash-text.ts';

export interface DigestParams {
  hash: DigestName;
  encoding: Encoding;
}

/** The algorithm; the key is unused, as the secret is part of the signed content. */
export function digest({ hash, encoding }: DigestParams): Algorithm<string> {
  const label = hash === 'keccak256' ? 'Keccak-256' : hash.toUpperCase();
  return {
    label,
    keyForm: 'text',
    readKey: (secret) => (secret === '' ? null : secret),
    complaint: complaintOf(label, hash, encoding),
    begin: () => hashWork(begin(hash), encoding),
  };
}

/** Keccak-256 is SHA-3 before its padding was changed; Node has only the latter. */
function begin(hash: DigestName): Hashing {
  if (hash !== 'keccak256') return createHash(hash);
  const computation = keccak_256.create();
  return {
    update: (data: Buffer | string, encoding?: 'latin1') =>
      computation.update(typeof data === 'string' ? Buffer.from(data, encoding) : data),
    digest: () => Buffer.from(computation.digest()),
  };
}
