// Ed25519: the provider signs with its private key, and the endpoint holds the public one.

import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Algorithm, Work } from './algorithm.ts';
import { readPrivateKey } from './public-key.ts';
import type { Problem } from './scheme.ts';

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** The fixed head of an Ed25519 public key in DER (RFC 8410), which Node wants around the 32 bytes. */
export const DER_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

export interface Ed25519Params {
  encoding: 'hex' | 'base64';
  /** How the public key is written, with what stands before it, such as `whpk_`. */
  publicKey: { prefix: string; encoding: 'hex' | 'base64' };
}

/** The algorithm; secrets are public keys, and for signing the private ones in PEM. */
export function ed25519({ encoding, publicKey }: Ed25519Params): Algorithm<KeyObject> | Problem {
  const { prefix } = publicKey;
  return {
    label: 'Ed25519',
    keyForm: `a public key: ${prefix}… with 32 bytes in ${publicKey.encoding}`,
    readPublicKey: (key) => (key.asymmetricKeyType === 'ed25519' ? key : null),
    readKey: (secret) =>
      secret.startsWith('-----BEGIN ')
        ? readPem(secret)
        : secret.startsWith(prefix)
          ? readKey(Buffer.from(secret.slice(prefix.length), publicKey.encoding))
          : null,
    readSigningKey: (secret) => readPrivateKey(secret, 'ed25519'),
    signingKeyForm: 'the private key in PEM',
    complaint(signature) {
      const bytes = Buffer.from(signature, encoding);
      // Node decodes leniently: what does not come back the same was not written properly.
      if (bytes.toString(encoding) !== signature) return `is not ${encoding}`;
      return bytes.length === SIGNATURE_BYTES
        ? null
        : `holds ${bytes.length} bytes, but an Ed25519 signature has ${SIGNATURE_BYTES}`;
    },
    begin: (key) => beginEd25519(key, encoding),
  };
}

/** Of a private key, which signs test events, the public one is taken. */
function readPem(secret: string): KeyObject | null {
  try {
    const key = createPublicKey(secret);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function readKey(bytes: Buffer): KeyObject | null {
  if (bytes.length !== KEY_BYTES) return null;
  try {
    return createPublicKey({ key: Buffer.concat([DER_HEAD, bytes]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Ed25519 reads its message twice, so the pieces must be kept until the end. */
function beginEd25519(key: KeyObject, encoding: 'hex' | 'base64'): Work {
  const pieces: Buffer[] = [];
  return {
    text: (bytes) => void pieces.push(Buffer.from(bytes, 'latin1')),
    // A chunk of a spooled body is only good until the next one.
    bytes: (chunk) => void pieces.push(Buffer.from(chunk)),
    matches(candidates) {
      const message = Buffer.concat(pieces);
      return candidates.some((candidate) =>
        verify(null, message, key, Buffer.from(candidate, encoding)),
      );
    },
    signature: () =>
      key.type === 'private' ? sign(null, Buffer.concat(pieces), key).toString(encoding) : null,
  };
}
