// What a signature scheme is: code that judges, and signs, one way of signing. Providers are data
// (provider.ts) whose rules name a scheme and its parameters; a rule is compiled once into a Judge.

import type { KeyObject } from 'node:crypto';
import type { Verdict } from '../../../shared/model.ts';
import type { FindKeys } from './keys/keys.ts';
import type { RequestView, SignedRequest } from './view.ts';

export interface Secret {
  label: string;
  value: string;
  /** A key that the provider publishes, to be used in place of one made of the value. */
  publicKey?: KeyObject;
}

/**
 * Seconds that the endpoint's owner set, both ways; null: what the provider's rule says; `off`: the
 * age of a time is not judged at all.
 */
export type Tolerance = number | 'off' | null;

export interface VerifyInput {
  view: RequestView;
  /** None is allowed: then everything but the signature is judged, and the verdict is `unchecked`. */
  secrets: readonly Secret[];
  /** True when the endpoint has further secrets that this host cannot read. */
  lockedSecrets: boolean;
  toleranceSeconds: Tolerance;
  /** When the request arrived, ms since the epoch: a verdict is about that moment. */
  receivedAt: number;
  /** Keys that providers publish; without it none is there yet. */
  keys?: FindKeys | undefined;
}

export interface SignInput {
  request: SignedRequest;
  /** Empty where a private key alone signs. */
  secret: string;
  /** A private key in PEM, where it is another text than the secret, and the name that tokens call it. */
  key?: string;
  keyId?: string;
  /** The time to sign with, ms since the epoch. */
  at: number;
  messageId: string;
}

/** Something the user set that makes no sense, as one plain sentence. */
export interface Problem {
  problem: string;
}

/**
 * One rule, ready for any number of requests. `verify` is pure and synchronous, compares in constant
 * time and never throws: hostile input gets a verdict.
 */
export interface Judge {
  /** In words, for the verdict: `HMAC-SHA256 of {timestamp}.{body}`. */
  scheme: string;
  /** The header that carries the signature; null when it is elsewhere. */
  header: string | null;
  toleranceSeconds: number | null;
  /** False when the rule is not meant for this request, such as a legacy one beside its successor. */
  applies(view: RequestView): boolean;
  /** True when the request carries the rule's signature header. */
  isPresent(view: RequestView): boolean;
  verify(input: VerifyInput): Verdict;
  /**
   * The request with what signs it: headers behind its own, in the order the provider sends them, or
   * values in its target or body.
   */
  sign(input: SignInput): SignedRequest | Problem;
}

/** What a scheme may know of the provider whose rule it compiles. */
export interface RuleContext {
  providerName: string;
  /** Where the provider puts the message id, for `{id}` in the signed content; a source or null. */
  messageId: string | null;
  /** The value of an option that the user set, or its default. */
  option(key: string): string;
}
