// Takes a JSON Web Token apart (RFC 7519), by jose's strict rules, and puts one together.

import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { decodeJwt } from 'jose/jwt/decode';

export type Claims = Readonly<Record<string, unknown>>;

export interface Token {
  alg: string;
  kid: string | null;
  claims: Claims;
  /** What is signed: header and claims as they were written. */
  message: string;
  signature: Buffer;
}

/** Null when the text is no signed token. Never throws. */
export function parseToken(text: string): Token | null {
  const parts = text.split('.');
  const [header, payload, written = ''] = parts;
  if (parts.length !== 3) return null;
  const signature = Buffer.from(written, 'base64url');
  // Node decodes leniently: what does not come back the same was not written properly.
  if (signature.toString('base64url') !== written) return null;
  try {
    const { alg, kid, crit } = decodeProtectedHeader(text);
    // What a token declares critical and we do not know makes it invalid (RFC 7515, 4.1.11).
    if (typeof alg !== 'string' || crit !== undefined) return null;
    return {
      alg,
      kid: typeof kid === 'string' ? kid : null,
      claims: decodeJwt(text),
      message: `${header}.${payload}`,
      signature,
    };
  } catch {
    return null;
  }
}

/** The claims of a token whose signature nobody has looked at; null when it is no token. */
export function claimsOf(text: string): Claims | null {
  return parseToken(text)?.claims ?? null;
}

/** What is to be signed. */
export function tokenMessage(header: object, claims: Claims): string {
  const written = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${written(header)}.${written(claims)}`;
}

/** The value of a claim; undefined when the token has none of that name. */
export function claimOf(claims: Claims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}
