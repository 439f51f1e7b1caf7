// WeCom's check of a URL (https://developer.work.weixin.qq.com/document/path/90930): `echostr` is a
// message, encrypted with the callback's EncodingAESKey, and its text is the answer.

import { createDecipheriv } from 'node:crypto';
import type { Verdict } from '../../../shared/model.ts';
import type { Secret } from './scheme.ts';
import { type RequestView, withBody } from './view.ts';

/** 43 characters of base64 without padding: 32 bytes. */
const AES_KEY = /^[A-Za-z0-9+/]{43}$/;
const VECTOR_BYTES = 16;
/** Random bytes, then the length of the message in four; behind it is who receives it. */
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const MAX_CHARACTERS = 4096;

/**
 * The request with the message for its body; null when none of the secrets opens it. Only what WeCom
 * signed is decrypted: anyone could otherwise have messages opened that they overheard.
 */
export function openWecom(
  view: RequestView,
  verdict: Verdict,
  secrets: readonly Secret[],
): RequestView | null {
  const encrypted = view.queryParam('echostr');
  if (verdict.status !== 'verified' || encrypted === null) return null;
  if (encrypted.length > MAX_CHARACTERS) return null;
  for (const { value } of secrets) {
    const message = AES_KEY.test(value) ? decrypt(Buffer.from(encrypted, 'base64'), value) : null;
    if (message !== null) return withBody(view, message);
  }
  return null;
}

function decrypt(bytes: Buffer, secret: string): Buffer | null {
  try {
    const key = Buffer.from(secret, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, VECTOR_BYTES));
    // It is padded to 32 bytes, which is more than AES allows; what is behind the message is not read.
    decipher.setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
    const start = RANDOM_BYTES + LENGTH_BYTES;
    const end = start + plain.readUInt32BE(RANDOM_BYTES);
    return end <= plain.length ? plain.subarray(start, end) : null;
  } catch {
    // Another key, or no ciphertext at all.
    return null;
  }
}
