// RSA (PKCS#1 v1.5) and ECDSA on P-256: the provider signs with its private key, and the endpoint
// holds the public one, as PEM or as the base64 inside it.

import {
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
} from 'node:crypto';
import type { Algorithm, Work } from './algorithm.ts';

export interface PublicKeyParams {
  /** What kind of key it is; ECDSA signatures are in DER (RFC 3279, 2.2.3). */
  kind: 'rsa' | 'ecdsa';
  hash: 'sha1' | 'sha256';
  encoding: 'base64' | 'hex';
}

const KEY_TYPES = { rsa: 'rsa', ecdsa: 'ec' } as const;
const LABELS = { rsa: 'RSA', ecdsa: 'ECDSA P-256' } as const;

/** The algorithm; secrets are public keys, and for signing the private ones in PEM. */
export function publicKey({ kind, hash, encoding }: PublicKeyParams): Algorithm<KeyObject> {
  return {
    label: `${LABELS[kind]} with ${hash.toUpperCase()}`,
    keyForm: 'a public key in PEM or base64',
    readKey: (secret) => readKey(secret, KEY_TYPES[kind]),
    readPublicKey: (key) => (key.asymmetricKeyType === KEY_TYPES[kind] ? key : null),
    readSigningKey: (secret) => readPrivateKey(secret, KEY_TYPES[kind]),
    signingKeyForm: 'the private key in PEM',
    complaint(signature) {
      const bytes = Buffer.from(signature, encoding);
      if (bytes.length === 0) return 'is empty';
      // Node decodes leniently: what does not come back the same was not written properly.
      return unpadded(bytes.toString(encoding)) === unpadded(signature)
        ? null
        : `is not ${encoding}`;
    },
    begin: (key) => beginWork(key, hash, encoding),
  };
}

const unpadded = (text: string) => text.replace(/=+$/, '');

function readKey(secret: string, type: 'rsa' | 'ec'): KeyObject | null {
  const text = secret.trim();
  try {
    const key = text.startsWith('-----BEGIN ')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === type ? key : null;
  } catch {
    return null;
  }
}

/** A private key in PEM of the type; null when it is none. */
export function readPrivateKey(secret: string, type: 'rsa' | 'ec' | 'ed25519'): KeyObject | null {
  try {
    const key = createPrivateKey(secret.trim());
    return key.asymmetricKeyType === type ? key : null;
  } catch {
    return null;
  }
}

function beginWork(key: KeyObject, hash: string, encoding: 'base64' | 'hex'): Work {
  const pieces: Buffer[] = [];
  return {
    text: (bytes) => void pieces.push(Buffer.from(bytes, 'latin1')),
    // A chunk of a spooled body is only good until the next one.
    bytes: (chunk) => void pieces.push(Buffer.from(chunk)),
    matches: (candidates) =>
      candidates.some((candidate) => {
        const check = createVerify(hash);
        for (const piece of pieces) check.update(piece);
        try {
          return check.verify(key, candidate, encoding);
        } catch {
          return false;
        }
      }),
    signature() {
      if (key.type !== 'private') return null;
      const making = createSign(hash);
      for (const piece of pieces) making.update(piece);
      return making.sign(key, encoding);
    },
  };
}
