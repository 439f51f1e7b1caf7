// How a provider's entry describes its handshakes: requests by which it asks whether a URL is ours, and
// what it wants to hear. Data only; handshake.ts reads it.

import type { Encoding, HashName } from './hash-text.ts';
import type { KeyForm } from './hmac.ts';

/** A value of the request; see source.ts. */
type Source = `${'header' | 'query' | 'form' | 'json' | 'form-json'}:${string}`;

type JsonTemplate = string | number | boolean | { [name: string]: JsonTemplate };

export interface HandshakeRule {
  when: HandshakeCondition;
  respond: HandshakeResponse;
  /** True where the provider signs it as it signs its events. */
  signed?: true;
  /** What `{signature}` in the answer is. */
  signs?: ChallengeSignature;
  /** Where the secret arrives with which everything later is signed. */
  secret?: Source;
  /** Where a word comes that the user made up; compared with the option `verifyToken`, where it is set. */
  verifyToken?: Source;
  /**
   * Where the URL is that the provider wants to be called, to confirm. `host` matches a whole name of its
   * own, with the port where it is not 443.
   */
  callBack?: { url: Source; host: RegExp };
  /** The request is encrypted with the secret, and read as what it holds. */
  encrypted?: 'lark' | 'wecom';
  /** What the user has yet to do for the provider to be content, as a sentence. */
  next?: string;
}

/** What the request must be. */
export interface HandshakeCondition {
  method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST';
  /** Values it must have: `true` stands for any, a list without items for just that. */
  has?: Readonly<Partial<Record<Source, true | string | number | readonly []>>>;
  /** Values it must not have. */
  lacks?: readonly Source[];
  /** Only where there is a secret, and the signature is missing or wrong. */
  signature?: 'bad';
}

/**
 * In texts `{json:$.path}` and the like stand for a value of the request, `{body}` for all of it,
 * `{option:name}` for an option, `{signature}` for what `signs` says. A text in JSON that is nothing but a value keeps its type.
 */
export interface HandshakeResponse {
  status: number;
  headers?: Readonly<Record<string, string>>;
  /** No body when absent. */
  body?: { text: string } | { json: JsonTemplate };
}

/**
 * An answer that is computed with the secret. Anyone may ask for it, with a text of their choice, so
 * the texts are bounded by `like`: they must not be able to be what the provider signs in earnest, or
 * whoever knows the URL could have events signed here. No event is a word without braces.
 */
export interface ChallengeSignature {
  of: Source;
  /** Matches a whole challenge, and no content that the provider's rules sign. */
  like: RegExp;
  hash: HashName;
  encoding: Encoding;
  key: KeyForm;
}
