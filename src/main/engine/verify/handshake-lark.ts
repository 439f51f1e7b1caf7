// Lark's encrypted requests, opened for their handshake.

import { decryptBody, encryptedText } from './decrypt.ts';
import type { Secret } from './scheme.ts';
import { type RequestView, withBody } from './view.ts';

/** A handshake is some hundred bytes; whole events are not opened for it. */
const MAX_CHARACTERS = 8192;

/**
 * The request with the body that its own holds, encrypted; the request itself when it is not encrypted;
 * null when none of the secrets opens it. What is opened is only compared and echoed as a handshake, and
 * every way of not being one looks alike, so a stranger learns nothing about the key by trying.
 */
export function openLark(view: RequestView, secrets: readonly Secret[]): RequestView | null {
  const encrypted = encryptedText('lark', view);
  if (encrypted === null) return view;
  if (encrypted.length > MAX_CHARACTERS) return null;
  const opened = decryptBody('lark', view, secrets);
  return opened === null ? null : withBody(view, opened);
}
