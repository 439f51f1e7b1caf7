// Public keys that a provider publishes at a URL, as verification sees them: what is wanted, and what
// is there. Verifying only asks; fetching is for whoever runs it.

import type { KeyObject } from 'node:crypto';

/** Where a provider publishes its keys, as data. */
export interface KeysAt {
  /**
   * A URL, in which `{kid}` stands for the id of the token's key; or where the request names it:
   * `header:PAYPAL-CERT-URL`, `json:$.SigningCertURL`.
   */
  url: string;
  /**
   * The hosts that a URL which the request names may have. A `*` at the start is any subdomain,
   * `<region>` a region of AWS.
   */
  hosts?: readonly string[];
  /** What the path of such a URL ends with. */
  endsWith?: string;
  /** Whom the certificate there has to be about, where the provider says so. A `*` is anything. */
  certificateName?: string;
  /** What is there: a certificate or key in PEM, a JSON Web Key Set, or JSON that holds a PEM. */
  as: 'pem' | 'jwks' | `json:$${string}`;
  /**
   * Where a secret is signed as well: the one that events of the provider's simulator are signed for,
   * and test events of those who have none.
   */
  simulated?: string;
}

/** One document of keys. */
export interface WantedKeys {
  url: string;
  as: KeysAt['as'];
  /** The key of the set that is needed; null: whichever there is. */
  kid: string | null;
}

export interface PublishedKey {
  kid: string | null;
  key: KeyObject;
  /** What vouches for it, where a certificate does. */
  certificate?: Certificate;
}

export interface Certificate {
  /** From when until when it is good, both in ms since the epoch. */
  from: number;
  until: number;
  /** The common name of whom it is about; empty when it has none. */
  name: string;
}

export type KeysAnswer =
  | { state: 'known'; keys: readonly PublishedKey[] }
  | { state: 'pending' }
  /** In words that complete "it could not be fetched: …". */
  | { state: 'failed'; why: string };

/** Answers at once with what is there, and starts nothing. */
export type FindKeys = (wanted: WantedKeys) => KeysAnswer;
