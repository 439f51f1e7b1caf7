// Lark's encrypted requests (https://open.larkoffice.com, "Encrypt Key"): `{"encrypt": …}` is base64 of
// 16 bytes of initialisation vector and AES-256-CBC, keyed with the SHA-256 of the Encrypt Key.

import { createDecipheriv, createHash } from 'node:crypto';
import type { Secret } from './scheme.ts';
import { type RequestView, withBody } from './view.ts';

const VECTOR_BYTES = 16;
/** A handshake is some hundred bytes; whole events are not opened for it. */
const MAX_CHARACTERS = 8192;

/**
 * The request with the body that its own holds, encrypted; the request itself when it is not encrypted;
 * null when none of the secrets opens it. What is opened is only compared and echoed as a handshake, and
 * every way of not being one looks alike, so a stranger learns nothing about the key by trying.
 */
export function openLark(view: RequestView, secrets: readonly Secret[]): RequestView | null {
  const encrypted = view.jsonAt(['encrypt']);
  if (typeof encrypted !== 'string') return view;
  if (encrypted.length > MAX_CHARACTERS) return null;
  const bytes = Buffer.from(encrypted, 'base64');
  for (const { value } of secrets) {
    const opened = decrypt(bytes, value);
    if (opened !== null) return withBody(view, opened);
  }
  return null;
}

function decrypt(bytes: Buffer, secret: string): Buffer | null {
  try {
    const key = createHash('sha256').update(secret).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, VECTOR_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(VECTOR_BYTES)), decipher.final()]);
  } catch {
    // Another key, or no ciphertext at all.
    return null;
  }
}
