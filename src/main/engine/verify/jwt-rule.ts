// A rule by which a provider signs with a JSON Web Token, as data.

import type { JwtAlgorithm } from './jwt-algorithms.ts';
import type { KeysAt } from './keys/keys.ts';
import type { SignaturePlace } from './signature.ts';

export interface JwtRule {
  scheme: 'jwt';
  /** Where the token is, and what stands before it. `body`: it is all of the body. */
  token: (SignaturePlace & { prefix?: string }) | { in: 'body' };
  /** The first is the one that we sign with. */
  algs: readonly [JwtAlgorithm, ...JwtAlgorithm[]];
  /** Where the public keys are; without it, keys are the endpoint's secrets. */
  keysAt?: KeysAt;
  /**
   * What claims must be: a text (in which `{url}` and `{url.origin}` stand for what the provider
   * called), a flag, or one of several texts. An empty text, of an option that is not set, is not
   * compared.
   */
  claims?: Readonly<Record<string, string | boolean | readonly string[]>>;
  bodyHash?: ClaimHash & {
    /** The claim may be missing when there is no body. */
    optionalWhenEmpty?: boolean;
  };
  urlHash?: ClaimHash;
  /** Atlassian's hash of method, path and query, the path being relative to this URL's. */
  requestHash?: { claim: string; base: string };
  /** A claim with the time of signing, and how old it may be. */
  signedAt?: { claim: string; tolerance: number };
  /** Seconds by which `exp` and `nbf` may be off. */
  leeway?: number;
  /** The rule is for endpoints that have set this option. */
  onlyIf?: string;
  /** What a token of this rule does not protect, beyond what its shape already says. */
  warnings?: readonly string[];
}

/** A claim that holds a SHA-256. */
export interface ClaimHash {
  claim: string;
  encoding: 'hex' | 'base64';
}
