// Pairs of keys for rules whose provider signs with a private key: the public one is what an endpoint
// is given as its secret, and with the private one a test event is signed.

import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair as generateAside,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { assertNever } from '../../../shared/assert-never.ts';
import { DER_HEAD, type Ed25519Params } from './ed25519.ts';
import { isSymmetric, type JwtAlgorithm } from './jwt-algorithms.ts';
import type { ProviderEntry, Rule } from './provider.ts';

export interface KeyPair {
  /** As the provider would show it, for the endpoint. */
  publicKey: string;
  /** PEM, for signing. */
  privateKey: string;
}

/** What a private key must be to sign by a rule. */
export type KeyKind = 'rsa' | 'ec' | 'ed25519';
export const KEY_KINDS: readonly KeyKind[] = ['rsa', 'ec', 'ed25519'];

const RSA = { modulusLength: 2048 };
const P256 = { namedCurve: 'P-256' };

/** Null when the rule's secret is shared by both sides, or there is none. */
export function keyKindOf(rule: Rule): KeyKind | null {
  switch (rule.scheme) {
    case 'rsa':
      return 'rsa';
    case 'ecdsa':
      return 'ec';
    case 'ed25519':
      return 'ed25519';
    case 'jwt': {
      const own = rule.algs.find((alg) => !isSymmetric(alg));
      return own === undefined ? null : tokenKind(own);
    }
    case 'hmac':
    case 'digest':
    case 'token':
    case 'basic-auth':
    case 'none':
      return null;
    default:
      return assertNever(rule);
  }
}

function tokenKind(alg: JwtAlgorithm): KeyKind {
  if (alg === 'RS256') return 'rsa';
  return alg === 'ES256' ? 'ec' : 'ed25519';
}

/** The first rule by which a provider signs with a private key; null when it has none. */
export function keyRuleOf({
  rules,
}: Pick<ProviderEntry, 'rules'>): { rule: Rule; kind: KeyKind } | null {
  for (const rule of rules) {
    const kind = keyKindOf(rule);
    if (kind !== null) return { rule, kind };
  }
  return null;
}

/** True where the usual rule knows no secret that both sides share. */
export function signsWithKeyOnly({ rules: [rule] }: Pick<ProviderEntry, 'rules'>): boolean {
  return keyKindOf(rule) !== null && !(rule.scheme === 'jwt' && isSymmetric(rule.algs[0]));
}

/** A fresh pair in the form of the rule; null where it has none. Takes a while with RSA. */
export function generateKeyPair(rule: Rule): KeyPair | null {
  const kind = keyKindOf(rule);
  if (kind === null) return null;
  const privateKey = pemOf(freshKey(kind));
  return { publicKey: publicKeyFor(rule, privateKey), privateKey };
}

function freshKey(kind: KeyKind): KeyObject {
  switch (kind) {
    case 'rsa':
      return generateKeyPairSync('rsa', RSA).privateKey;
    case 'ec':
      return generateKeyPairSync('ec', P256).privateKey;
    case 'ed25519':
      return generateKeyPairSync('ed25519').privateKey;
    default:
      return assertNever(kind);
  }
}

/** A fresh private key in PEM, made aside: a large one would keep whoever sends here waiting. */
export async function newPrivateKey(kind: KeyKind): Promise<string> {
  const generate = promisify(generateAside);
  switch (kind) {
    case 'rsa':
      return pemOf((await generate('rsa', RSA)).privateKey);
    case 'ec':
      return pemOf((await generate('ec', P256)).privateKey);
    case 'ed25519':
      return pemOf((await generate('ed25519', {})).privateKey);
    default:
      return assertNever(kind);
  }
}

/** The public half of a private key in PEM, as the provider of the rule writes its own. */
export function publicKeyFor(rule: Rule, privateKey: string): string {
  const key = createPublicKey(privateKey);
  switch (rule.scheme) {
    case 'ecdsa':
      return derOf(key).toString('base64');
    case 'ed25519':
      return bareKey(key, rule);
    default:
      return publicPem(privateKey);
  }
}

/** The public half of a private key in PEM, in PEM. */
export function publicPem(privateKey: string): string {
  return String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
}

/** The public half of a private key in PEM as a set of JSON Web Keys, indented. */
export function publicKeySet(privateKey: string, kid: string): string {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  return JSON.stringify({ keys: [{ ...jwk, kid, use: 'sig' }] }, null, 2);
}

/** What kind of private key a text is; null when it is none in PEM, or of no kind that signs here. */
export function privateKeyKind(text: string): KeyKind | null {
  if (!/^\s*-----BEGIN (?:\w+ )?PRIVATE KEY-----/.test(text)) return null;
  try {
    const type = createPrivateKey(text.trim()).asymmetricKeyType;
    return KEY_KINDS.find((kind) => kind === type) ?? null;
  } catch {
    return null;
  }
}

const pemOf = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }));

const derOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });

function bareKey(key: KeyObject, { publicKey }: Ed25519Params): string {
  return publicKey.prefix + derOf(key).subarray(DER_HEAD.length).toString(publicKey.encoding);
}
