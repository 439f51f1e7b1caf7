// A fresh pair of keys for a rule whose provider signs with a private key: the public one is what an
// endpoint is given as its secret, and with the private one a test event is signed.

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { DER_HEAD, type Ed25519Params } from './ed25519.ts';
import { isSymmetric, type JwtAlgorithm } from './jwt-algorithms.ts';
import type { Rule } from './provider.ts';

export interface KeyPair {
  /** As the provider would show it, for the endpoint. */
  publicKey: string;
  /** PEM, for signing. */
  privateKey: string;
}

/** Null when the rule's secret is shared by both sides, or there is none. */
export function generateKeyPair(rule: Rule): KeyPair | null {
  switch (rule.scheme) {
    case 'rsa': {
      const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return written(pair, String(pair.publicKey.export({ type: 'spki', format: 'pem' })));
    }
    case 'ecdsa': {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return written(pair, derOf(pair.publicKey).toString('base64'));
    }
    case 'ed25519': {
      const pair = generateKeyPairSync('ed25519');
      return written(pair, bareKey(pair.publicKey, rule));
    }
    case 'jwt':
      return tokenPair(rule.algs[0]);
    default:
      return null;
  }
}

function tokenPair(alg: JwtAlgorithm): KeyPair | null {
  if (isSymmetric(alg)) return null;
  const pair =
    alg === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : alg === 'ES256'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('ed25519');
  return written(pair, String(pair.publicKey.export({ type: 'spki', format: 'pem' })));
}

function written({ privateKey }: { privateKey: KeyObject }, publicKey: string): KeyPair {
  return { publicKey, privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

const derOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });

function bareKey(key: KeyObject, { publicKey }: Ed25519Params): string {
  return publicKey.prefix + derOf(key).subarray(DER_HEAD.length).toString(publicKey.encoding);
}
