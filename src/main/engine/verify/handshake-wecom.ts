// WeCom's check of a URL (https://developer.work.weixin.qq.com/document/path/90930): `echostr` is a
// message, encrypted with the callback's EncodingAESKey, and its text is the answer.

import type { Verdict } from '../../../shared/model.ts';
import { decrypt } from './decrypt.ts';
import type { Secret } from './scheme.ts';
import { type RequestView, withBody } from './view.ts';

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
    const message = decrypt('wecom', encrypted, value);
    if (message !== null) return withBody(view, message);
  }
  return null;
}
