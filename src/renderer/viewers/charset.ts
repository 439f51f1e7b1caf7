// Which character encoding a body is in, and its text: the declared charset, a byte order mark, or UTF-8.
// Decoding never fails; bytes that are no text become U+FFFD and are reported.

import { runAtOnce, type Sliced } from './sliced.ts';

export interface DecodedText {
  text: string;
  /** The encoding that was used, as the Encoding Standard names it: `utf-8`, `windows-1252`. */
  charset: string;
  /** What the content type asked for, as written; null when it asked for nothing. */
  declared: string | null;
  /** True when `declared` names an encoding that nobody knows; UTF-8 was used instead. */
  unknownCharset: boolean;
  /** True when the bytes begin with a byte order mark, which `text` does not hold. */
  byteOrderMark: boolean;
  /** True when some bytes are not valid in this encoding; `text` shows U+FFFD in their place. */
  invalid: boolean;
}

const LABEL_LIMIT = 60;
const BYTES_PER_STEP = 1024 * 1024;

/** The media type in lower case without its parameters; empty when there is none. */
export function mediaType(contentType: string | null): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** A parameter of a content type, unquoted; null when it is not there. */
export function mediaParameter(contentType: string | null, name: string): string | null {
  const pattern = /;\s*([!#$%&'*+.^_`|~0-9a-z-]+)=("(?:[^"\\]|\\.)*"|[^;\s]*)/giu;
  for (const [, key, value] of (contentType ?? '').matchAll(pattern)) {
    if (key?.toLowerCase() !== name || value === undefined) continue;
    return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/gu, '$1') : value;
  }
  return null;
}

/** Decodes a whole body. A byte order mark wins over the declared charset, as in browsers. */
export function decodeText(bytes: Uint8Array, contentType: string | null): DecodedText {
  return runAtOnce(decodeInSlices(bytes, contentType));
}

/** As {@link decodeText}; yields after every MiB. */
export function* decodeInSlices(
  bytes: Uint8Array,
  contentType: string | null,
): Sliced<DecodedText> {
  const declared = mediaParameter(contentType, 'charset')?.slice(0, LABEL_LIMIT) ?? null;
  const marked = byteOrderMark(bytes);
  const known = declared === null || decoderFor(declared) !== null;
  const label = marked ?? (known && declared !== null ? declared : 'utf-8');
  const strict = decoderFor(label, true);
  const base = { declared, unknownCharset: !known, byteOrderMark: marked !== null };
  try {
    if (strict) {
      const text = yield* decodeWith(strict, bytes);
      return { ...base, text, charset: strict.encoding, invalid: false };
    }
  } catch {
    // Not valid in this encoding: decoded again below, with replacement characters.
  }
  const lenient = decoderFor(label) ?? new TextDecoder();
  const text = yield* decodeWith(lenient, bytes);
  return { ...base, text, charset: lenient.encoding, invalid: true };
}

function* decodeWith(decoder: TextDecoder, bytes: Uint8Array): Sliced<string> {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_PER_STEP) {
    if (at > 0) yield;
    text += decoder.decode(bytes.subarray(at, at + BYTES_PER_STEP), { stream: true });
  }
  return text + decoder.decode();
}

function decoderFor(label: string, fatal = false): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}
