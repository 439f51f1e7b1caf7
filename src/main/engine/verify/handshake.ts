// Handshakes: requests by which a provider asks whether a URL is ours, and what it wants to hear.

import type { HeaderList } from '../../../shared/headers.ts';
import type { HandshakeRule } from './provider.ts';
import { parseJsonPath } from './source.ts';
import type { JsonPath, RequestView } from './view.ts';

export interface HandshakeAnswer {
  status: number;
  headers: HeaderList;
  body: string;
}

/** The answer when the request is the handshake, else null. */
export type Handshake = (view: RequestView) => HandshakeAnswer | null;

/** Challenges are short; nothing is gained by echoing a whole body. */
const MAX_ECHO = 4096;
const JSON_REF = /\{json:([^}]+)\}/;

/**
 * A handshake is answered whatever the verdict. Registering is the moment at which the secret is not
 * known yet, or is still the one of another endpoint: refusing then would keep the provider from
 * ever accepting the URL. The answer gives nothing away, since it only returns what the request
 * itself carried, and the row still shows the verdict. A provider whose answer is computed with the
 * secret must not be added this way: it would let anyone have content of their choice signed.
 */
export function compileHandshake({ when, respond }: HandshakeRule): Handshake {
  const conditions = Object.entries(when.json).map(([path, wanted]): [JsonPath, string] => [
    parseJsonPath(path),
    wanted,
  ]);
  const echo = JSON_REF.exec(respond.body);
  const echoPath = echo === null ? null : parseJsonPath(echo[1] ?? '');
  const headers: HeaderList = [
    ['Content-Type', respond.contentType],
    // What is echoed is a stranger's text: no browser may take it for a page.
    ['X-Content-Type-Options', 'nosniff'],
  ];
  return (view) => {
    if (view.method !== when.method) return null;
    if (!conditions.every(([path, wanted]) => view.jsonAt(path) === wanted)) return null;
    const { status } = respond;
    if (echoPath === null) return { status, headers, body: respond.body };
    const value = view.jsonAt(echoPath);
    if (typeof value !== 'string' || value.length > MAX_ECHO) return null;
    return { status, headers, body: respond.body.replace(JSON_REF, () => value) };
  };
}
