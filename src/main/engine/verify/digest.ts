// A plain hash over content that holds the secret itself (`{secret}{body}`): how some providers sign
// that do not use HMAC.

import { createHash } from 'node:crypto';
import type { Algorithm } from './algorithm.ts';
import { complaintOf, type Encoding, type HashName, hashWork } from './hash-text.ts';

export interface DigestParams {
  hash: HashName;
  encoding: Encoding;
}

/** The algorithm; the key is unused, as the secret is part of the signed content. */
export function digest({ hash, encoding }: DigestParams): Algorithm<string> {
  const label = hash.toUpperCase();
  return {
    label,
    keyForm: 'text',
    readKey: (secret) => (secret === '' ? null : secret),
    variants: () => [],
    complaint: complaintOf(label, hash, encoding),
    begin: () => hashWork(createHash(hash), encoding),
  };
}
