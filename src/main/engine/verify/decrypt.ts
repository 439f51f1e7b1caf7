// Events whose bodies are encrypted with a secret of the endpoint: what is inside, for people to read. The
// stored bytes stay as they came, and what is signed is what came.

import { createDecipheriv, createHash } from 'node:crypto';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Secret } from './scheme.ts';
import type { RequestView } from './view.ts';

export type Encryption = 'lark' | 'wecom';

const VECTOR_BYTES = 16;
/** Of WeCom: random bytes, then the length of the message in four; behind it is who receives it. */
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
/** 43 characters of base64 without padding: 32 bytes. */
const AES_KEY = /^[A-Za-z0-9+/]{43}$/;
/** An endpoint has one or two; decrypting with each of hundreds would take a while. */
const MAX_TRIED = 8;

/** The body inside; null when the request's own is not encrypted, or none of the secrets opens it. */
export function decryptBody(
  encryption: Encryption,
  view: RequestView,
  secrets: readonly Secret[],
): Buffer | null {
  const encrypted = encryptedText(encryption, view);
  if (encrypted === null) return null;
  for (const { value } of secrets.slice(0, MAX_TRIED)) {
    const opened = decrypt(encryption, encrypted, value);
    // A wrong key may happen to end in what looks like padding.
    if (opened !== null && looksLikeText(opened)) return opened;
  }
  return null;
}

/** What the body holds encrypted, in base64; null when there is no such thing. */
export function encryptedText(encryption: Encryption, view: RequestView): string | null {
  const json = view.jsonAt(['encrypt']);
  if (typeof json === 'string') return json;
  return encryption === 'wecom' ? view.xmlText('Encrypt') : null;
}

/** Null when the secret is another one, or there is no ciphertext at all. */
export function decrypt(encryption: Encryption, encrypted: string, secret: string): Buffer | null {
  try {
    switch (encryption) {
      case 'lark':
        return decryptLark(Buffer.from(encrypted, 'base64'), secret);
      case 'wecom':
        return AES_KEY.test(secret) ? decryptWecom(Buffer.from(encrypted, 'base64'), secret) : null;
      default:
        return assertNever(encryption);
    }
  } catch {
    return null;
  }
}

/**
 * https://open.larkoffice.com, "Encrypt Key": 16 bytes of initialisation vector, then AES-256-CBC keyed with
 * the SHA-256 of the Encrypt Key. Throws when the key is another one.
 */
function decryptLark(bytes: Buffer, secret: string): Buffer {
  const key = createHash('sha256').update(secret).digest();
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, VECTOR_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(VECTOR_BYTES)), decipher.final()]);
}

/** https://developer.work.weixin.qq.com/document/path/90968. Throws when the key is another one. */
function decryptWecom(bytes: Buffer, secret: string): Buffer | null {
  const key = Buffer.from(secret, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, VECTOR_BYTES));
  // It is padded to 32 bytes, which is more than AES allows; what is behind the message is not read.
  decipher.setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const start = RANDOM_BYTES + LENGTH_BYTES;
  const end = start + plain.readUInt32BE(RANDOM_BYTES);
  return end <= plain.length ? plain.subarray(start, end) : null;
}

/** JSON or XML: both begin and end with a bracket of theirs. */
function looksLikeText(bytes: Buffer): boolean {
  const text = bytes.toString('latin1').trim();
  return (
    (text.startsWith('{') && text.endsWith('}')) || (text.startsWith('<') && text.endsWith('>'))
  );
}
