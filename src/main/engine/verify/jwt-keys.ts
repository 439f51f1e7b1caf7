// The keys that a token may be signed with: the endpoint's secrets, or what the provider publishes.

import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { fits, isSymmetric, type JwtAlgorithm } from './jwt-algorithms.ts';
import type { Token } from './jwt-token.ts';
import type { PublishedKey } from './keys/keys.ts';
import type { Absence, KeyFinder } from './keys/published-keys.ts';
import { parsed, readJwks, readPem } from './keys/read-keys.ts';
import type { Secret, VerifyInput } from './scheme.ts';

export interface TokenKey {
  key: KeyObject;
  /** The secret it was read of; null where it is a published one. */
  secret: Secret | null;
}

export type TokenKeys =
  | { state: 'secrets'; keys: TokenKey[] }
  | { state: 'published'; keys: TokenKey[]; host: string }
  | { state: 'none'; absence: Absence };

/** A key that the user entered goes before those that would have to be fetched. */
export function keysFor(
  token: Token,
  alg: JwtAlgorithm,
  { secrets, view, receivedAt, keys: findKeys }: VerifyInput,
  published: KeyFinder | null,
): TokenKeys {
  const own = secrets.flatMap((secret) =>
    readSecret(secret.value)
      .filter(({ key, kid }) => fits(alg, key) && (kid === null || (token.kid ?? kid) === kid))
      .map(({ key }): TokenKey => ({ key, secret })),
  );
  if (own.length > 0 || published === null || isSymmetric(alg)) {
    return { state: 'secrets', keys: own };
  }
  const found = published(view, { kid: token.kid, receivedAt }, findKeys);
  if (found.state === 'none') return found;
  const keys = found.keys.map(({ key }): TokenKey => ({ key, secret: null }));
  return { state: 'published', keys, host: found.host };
}

/**
 * A key in PEM, JSON Web Keys, or else the bytes of the text itself. What is a public key is never
 * taken for a text that only sender and receiver know.
 */
function readSecret(text: string): PublishedKey[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN ')) return readPem(trimmed);
  const json = trimmed.startsWith('{') ? parsed(trimmed) : undefined;
  if (isWebKey(json)) return readJwks(json);
  return text === '' ? [] : [{ kid: null, key: createSecretKey(Buffer.from(text)) }];
}

/** A key, a set of them, or an answer around one. */
function isWebKey(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return ['kty', 'keys', 'key'].some((name) => Object.hasOwn(json, name));
}

/** The key to sign with; null when the secret is none that can. */
export function readSigningKey(text: string): KeyObject | null {
  if (!text.trim().startsWith('-----BEGIN ')) return readSecret(text)[0]?.key ?? null;
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}
