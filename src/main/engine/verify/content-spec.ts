// A rule of the common kind as data: a signature in a header over some of the request, often with a
// time. content-rule.ts compiles it into the ContentRule that verifying and signing work with.

import type { Algorithm } from './algorithm.ts';
import type { BodyDigest } from './body-digest.ts';
import type { KeysAt } from './keys/keys.ts';
import type { SignatureLocation, SignatureSpec } from './signature.ts';
import type { SourceReader } from './source.ts';
import type { Template } from './template.ts';
import type { TimeUnit } from './timestamp.ts';

export interface TimestampSpec {
  /** A source (see source.ts), or `signature` for the time that the signature's own text carries. */
  from: string;
  unit: TimeUnit;
  /** Seconds that the provider documents, both ways; null when it states none. */
  tolerance: number | null;
}

export interface ContentRuleSpec {
  signature: SignatureSpec;
  /** Template of what is signed; empty when the signature covers nothing at all. */
  signedContent: string;
  timestamp: TimestampSpec | null;
  /** The rule is for requests in which these sources have such a value, any (true), or none (null). */
  when?: Readonly<Record<string, string | true | null>>;
  /** A value that the signed content covers in place of the body: the body must have this digest. */
  bodyDigest?: { at: string; digest: BodyDigest };
  /** Where the public key is that the provider publishes. */
  keysAt?: KeysAt;
  /** What a signature of this rule does not protect, beyond what its shape already says. */
  warnings?: readonly string[];
}

export interface RuleTime {
  unit: TimeUnit;
  tolerance: number | null;
  /** The header it is in; null when it is elsewhere. */
  header: string | null;
  /** Both null when it is in the signature's own text. */
  source: string | null;
  read: SourceReader | null;
  /** For people: `X-Slack-Request-Timestamp header`, `time in the Stripe-Signature header`. */
  where: string;
}

/** A compiled rule. */
export interface ContentRule<Key> {
  providerName: string;
  scheme: string;
  algorithm: Algorithm<Key>;
  location: SignatureLocation;
  template: Template;
  time: RuleTime | null;
  id: { source: string; read: SourceReader; header: string | null } | null;
  bodyDigest: { where: string; read: SourceReader; digest: BodyDigest } | null;
  warnings: readonly string[];
}
