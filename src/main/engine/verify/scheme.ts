// What a signature scheme is: code that judges, and signs, one way of signing. Providers are data
// that name a scheme and its parameters (providers.ts); the registry of schemes is index.ts.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Verdict } from '../../../shared/model.ts';
import type { Body } from '../body.ts';

/** The parts of a request that a signature can cover. */
export interface SignedRequest {
  method: string;
  /** Request target as it came: path and query. */
  target: string;
  headers: HeaderList;
  body: Body;
}

export interface Secret {
  label: string;
  value: string;
}

export interface VerifyInput<Params> {
  request: SignedRequest;
  params: Params;
  /** At least one. */
  secrets: readonly Secret[];
  /** What the user set of the provider's configurable parts. */
  options: Readonly<Record<string, string>>;
  /** Seconds of clock difference allowed both ways; null: no age is checked. */
  toleranceSeconds: number | null;
  /** When the request arrived, ms since the epoch: a verdict is about that moment. */
  receivedAt: number;
}

export interface SignInput<Params> {
  request: SignedRequest;
  params: Params;
  secret: string;
  options: Readonly<Record<string, string>>;
  /** The time to sign with, ms since the epoch. */
  at: number;
  messageId: string;
}

/**
 * One way of signing. `verify` is pure and synchronous, compares in constant time and never throws:
 * hostile input gets a verdict.
 */
export interface Scheme<Params> {
  name: string;
  /** In words, for the verdict: `HMAC-SHA256 of {timestamp}.{body}`. */
  describe(params: Params, options: Readonly<Record<string, string>>): string;
  verify(input: VerifyInput<Params>): Verdict;
  /** The headers that sign the request, in the order the provider sends them. */
  sign(input: SignInput<Params>): HeaderList;
}
