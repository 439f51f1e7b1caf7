// The algorithms of JSON Web Signatures (RFC 7518) that webhooks use, by Node's own functions: jose
// verifies asynchronously only, and a verdict is made at once.

import { createHmac, type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto';

const KEYS = {
  HS256: { hash: 'sha256', type: 'secret' },
  HS384: { hash: 'sha384', type: 'secret' },
  HS512: { hash: 'sha512', type: 'secret' },
  RS256: { hash: 'sha256', type: 'rsa' },
  ES256: { hash: 'sha256', type: 'ec' },
  EdDSA: { hash: null, type: 'ed25519' },
} as const;

export type JwtAlgorithm = keyof typeof KEYS;

/** True for those in which sender and receiver share the secret. */
export function isSymmetric(algorithm: JwtAlgorithm): boolean {
  return KEYS[algorithm].type === 'secret';
}

/**
 * True when the key is of the algorithm's own kind. A public key never fits an HMAC: else anyone
 * could sign with what everyone may know.
 */
export function fits(algorithm: JwtAlgorithm, key: KeyObject): boolean {
  const { type } = KEYS[algorithm];
  if (type === 'secret' || key.type === 'secret') return type === key.type;
  if (key.asymmetricKeyType !== type) return false;
  return type !== 'ec' || key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** Compares in constant time. False for a key of another kind. Never throws. */
export function isSignedBy(
  algorithm: JwtAlgorithm,
  key: KeyObject,
  message: string,
  signature: Buffer,
): boolean {
  if (!fits(algorithm, key)) return false;
  const { hash, type } = KEYS[algorithm];
  if (type === 'secret') {
    const expected = createHmac(hash, key).update(message).digest();
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  }
  try {
    return verify(hash, Buffer.from(message), { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}

/** Null when the key cannot sign in this way. */
export function signatureBy(
  algorithm: JwtAlgorithm,
  key: KeyObject,
  message: string,
): Buffer | null {
  if (!fits(algorithm, key) || key.type === 'public') return null;
  const { hash, type } = KEYS[algorithm];
  if (type === 'secret') return createHmac(hash, key).update(message).digest();
  return sign(hash, Buffer.from(message), { key, dsaEncoding: 'ieee-p1363' });
}
