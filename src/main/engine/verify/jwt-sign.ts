// Makes a token as the provider would, for samples that are sent as a test.

import { createHash } from 'node:crypto';
import { bodyDigest } from './body-digest.ts';
import { fits, signatureBy } from './jwt-algorithms.ts';
import { wantedTexts } from './jwt-claims.ts';
import { readSigningKey } from './jwt-keys.ts';
import { requestHash } from './jwt-request-hash.ts';
import type { ClaimHash, JwtRule } from './jwt-rule.ts';
import { type Claims, tokenMessage } from './jwt-token.ts';
import { parsed } from './keys/read-keys.ts';
import { urlOf } from './keys/trusted-url.ts';
import { withValue } from './request-edit.ts';
import type { Problem, SignInput } from './scheme.ts';
import { compileSignature } from './signature.ts';
import { createView, type SignedRequest } from './view.ts';

/** Seconds that a token is good for: as long as the shortest that providers write. */
const LIFETIME = 60;

/** The request with its token: in its place, or in place of the body, whose JSON it then claims. */
export function signToken(rule: JwtRule, input: SignInput): SignedRequest | Problem {
  const key = readSigningKey(input.key ?? input.secret);
  const alg = key === null ? undefined : rule.algs.find((known) => fits(known, key));
  if (key === null || alg === undefined) {
    return {
      problem: `The secret cannot be a key for signing by ${rule.algs.join(', ')}: ${rule.algs[0].startsWith('HS') ? 'text' : 'a private key in PEM'} is expected.`,
    };
  }
  const named = input.keyId === undefined ? {} : { kid: input.keyId };
  const message = tokenMessage({ alg, typ: 'JWT', ...named }, claimsFor(rule, input));
  const signature = signatureBy(alg, key, message);
  if (signature === null) return { problem: 'A public key can verify but not sign.' };
  const token = `${message}.${signature.toString('base64url')}`;
  const { request } = input;
  if (rule.token.in === 'body') {
    return { ...request, body: { kind: 'memory', bytes: Buffer.from(token) } };
  }
  const { source, where } = compileSignature({ style: 'plain', ...rule.token });
  const signed = withValue(request, source, `${rule.token.prefix ?? ''}${token}`);
  return signed ?? { problem: `This request has no place for the ${where}.` };
}

function claimsFor(rule: JwtRule, { request, at, messageId }: SignInput): Claims {
  const view = createView(request, true);
  const now = Math.floor(at / 1000);
  const claims: Record<string, unknown> = rule.token.in === 'body' ? bodyClaims(request) : {};
  Object.assign(claims, { iat: now, nbf: now, exp: now + LIFETIME, jti: messageId });
  if (rule.signedAt !== undefined) claims[rule.signedAt.claim] = now;
  for (const [name, wanted] of Object.entries(rule.claims ?? {})) {
    if (wanted === '') continue;
    claims[name] = typeof wanted === 'boolean' ? wanted : (wantedTexts(wanted, view)?.[0] ?? '');
  }
  const { bodyHash, urlHash, requestHash: query } = rule;
  if (bodyHash !== undefined) {
    const digest = Buffer.from(bodyDigest(request.body, 'sha256'), 'latin1');
    claims[bodyHash.claim] = digest.toString(bodyHash.encoding);
  }
  if (urlHash !== undefined) claims[urlHash.claim] = hashOf(view.publicUrl ?? '', urlHash);
  if (query !== undefined) {
    const [base = ''] = wantedTexts(query.base, view) ?? [];
    claims[query.claim] = requestHash(view.method, view.target, urlOf(base)?.pathname ?? '');
  }
  return claims;
}

function bodyClaims({ body }: SignedRequest): Record<string, unknown> {
  const json = body.kind === 'memory' ? parsed(body.bytes.toString()) : undefined;
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
}

function hashOf(text: string, { encoding }: ClaimHash): string {
  return createHash('sha256').update(text, 'latin1').digest(encoding);
}
