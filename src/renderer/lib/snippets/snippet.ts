// What a delivery can be copied as: the interface of one form, and what they share.

import type { HeaderList } from '../../../shared/headers.ts';

/** A delivery as it is to be written down. Texts of the wire have one character a byte. */
export interface SnippetRequest {
  method: string;
  /** Where to send it, without a path: `http://127.0.0.1:4747`. */
  origin: string;
  /** The request target as it came: `/stripe?x=1`. */
  target: string;
  headers: HeaderList;
  body: Uint8Array;
  /** ISO 8601: what the clock of a test is set to. */
  receivedAt: string;
  /** What it is about, for the name of a test. */
  title: string;
}

export interface Snippet {
  /** Remembered as the last choice. */
  id: string;
  /** `cURL`, `Test for pytest`. */
  label: string;
  group: 'Request' | 'Test';
  /** What it is made of or needs, in a few words. */
  note: string;
  /** Other words that find it. */
  words: string[];
  write(request: SnippetRequest): string;
}

/** Headers that belong to a connection, and that whoever sends the request makes anew. */
const OF_CONNECTION = new Set([
  ...['host', 'content-length', 'connection', 'keep-alive', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'expect'],
]);

/** The headers that say something about the message. */
export function ownHeaders(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !OF_CONNECTION.has(name.toLowerCase()));
}

/** The target as a path: of one with an origin, what follows it. */
export function pathOf(target: string): string {
  const rest = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** As text where the bytes are UTF-8 that can be read, else as base64. */
export type BodyText = { kind: 'text'; text: string } | { kind: 'base64'; base64: string };

export function bodyText(body: Uint8Array): BodyText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    // Other control characters are no text, and editors lose them.
    if (!/[^\P{Cc}\t\r\n]/u.test(text)) return { kind: 'text', text };
  } catch {
    // No UTF-8.
  }
  return { kind: 'base64', base64: base64Of(body) };
}

/** The bytes of a text of the wire as base64. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(text);
}
