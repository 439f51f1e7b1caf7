// A rule of the common kind as data: a signature in a header over some of the request, often with a
// time. content-rule.ts compiles it into the ContentRule that verifying and signing work with.

import type { Algorithm } from './algorithm.ts';
import type { SignatureLocation, SignatureSpec } from './signature.ts';
import type { SourceReader } from './source.ts';
import type { Template } from './template.ts';
import type { TimeUnit } from './timestamp.ts';

export interface TimestampSpec {
  /** `header:Name`, or `signature` for the time that the signature's own header carries. */
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
  /** The rule is for requests with these headers: a value, or null for a header that is not there. */
  when?: { header: Readonly<Record<string, string | null>> };
  /** What a signature of this rule does not protect, beyond what its shape already says. */
  warnings?: readonly string[];
}

export interface RuleTime {
  unit: TimeUnit;
  tolerance: number | null;
  /** The header it is in; null when it is in the signature's own. */
  header: string | null;
  /** For people: `X-Slack-Request-Timestamp`, `time in Stripe-Signature`. */
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
  id: { read: SourceReader; header: string | null } | null;
  warnings: readonly string[];
}
