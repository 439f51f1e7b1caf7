// Reads the keys out of what was fetched, or pasted: PEM, certificates, and JSON Web Keys.

import { createPublicKey, type JsonWebKey, type KeyObject, X509Certificate } from 'node:crypto';
import { parseJsonPath } from '../source.ts';
import type { Certificate, KeysAt, PublishedKey } from './keys.ts';

/** Providers publish a handful. */
const MAX_KEYS = 64;

/** All keys that can be read; none when the text is not of that form. Never throws. */
export function readKeys(text: string, as: KeysAt['as']): PublishedKey[] {
  switch (as) {
    case 'pem':
      return readPem(text);
    case 'jwks':
      return readJwks(parsed(text));
    default:
      return readPem(textAt(parsed(text), as.slice('json:'.length)));
  }
}

/** One key in PEM: a public one, a certificate's, or the public half of a private one. */
export function readPem(text: string): PublishedKey[] {
  const key = keyOf(() => createPublicKey(text));
  if (key === null) return [];
  const certificate = readCertificate(text);
  return [{ kid: null, key, ...(certificate !== null && { certificate }) }];
}

/** The first, which is the one with the key; null when there is none. */
function readCertificate(text: string): Certificate | null {
  if (!text.includes('-----BEGIN CERTIFICATE-----')) return null;
  try {
    const { validFrom, validTo, subject } = new X509Certificate(text);
    const [, name = ''] = /^CN=(.*)$/m.exec(subject) ?? [];
    return { from: Date.parse(validFrom), until: Date.parse(validTo), name };
  } catch {
    return null;
  }
}

/** The public keys of a set, of one key by itself, or of `{"key": …}` around one. */
export function readJwks(json: unknown): PublishedKey[] {
  if (!isObject(json)) return [];
  const { keys, key } = json;
  const all = Array.isArray(keys) ? keys : [isObject(key) ? key : json];
  return all.slice(0, MAX_KEYS).flatMap((jwk: unknown) => {
    // A symmetric key in a set that is public would be nobody's secret.
    if (!isObject(jwk) || jwk.kty === 'oct') return [];
    const read = keyOf(() => createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }));
    return read === null ? [] : [{ kid: typeof jwk.kid === 'string' ? jwk.kid : null, key: read }];
  });
}

/** The value of a JSON text; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textAt(json: unknown, path: string): string {
  let value = json;
  for (const step of parseJsonPath(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return '';
    value = (value as Record<string | number, unknown>)[step];
  }
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf(read: () => KeyObject): KeyObject | null {
  try {
    return read();
  } catch {
    return null;
  }
}
