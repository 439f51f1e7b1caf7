// What the doctor knows of a request that was not verified, and how its hypotheses are written: each
// yields trials, changes that would explain the failure if the signature matched under them.

import type { Finding, Verdict } from '../../../../shared/model.ts';
import type { OpenRules, Options } from '../compile.ts';
import type { FindKeys } from '../keys/keys.ts';
import type { Provider, Rule } from '../provider.ts';
import type { Judge, Problem, RuleContext, Secret } from '../scheme.ts';
import type { RequestView, SignedRequest } from '../view.ts';

/** A secret of another endpoint than the one that received the request. */
export interface NeighbourSecret extends Secret {
  /** The other endpoint's name. */
  endpoint: string;
}

/** What whoever runs the doctor knows beyond the endpoint's settings. */
export interface Knowledge {
  neighbours: readonly NeighbourSecret[];
  /** Secrets that this endpoint had earlier. */
  former: readonly Secret[];
  /** Origins by which this endpoint could be called earlier: `https://abc.example`. */
  origins: readonly string[];
}

export interface Case extends OpenRules, Knowledge {
  provider: Provider;
  /** The provider's options as they are set. */
  options: Options;
  /** What sentences call the provider. */
  sender: string;
  view: RequestView;
  /** The whole body. */
  bytes: Buffer;
  secrets: readonly Secret[];
  /** Keys that providers publish, as far as they are at hand. */
  keys: FindKeys | undefined;
  receivedAt: number;
  verdict: Verdict;
}

/** What is changed for a trial; the rest stays as it was. */
export interface Change {
  /** Null: the change does not concern this rule. */
  rule?: (rule: Rule) => Rule | null;
  /** A judge in place of the rule's own, for comparing in another way. */
  judge?: (rule: Rule, context: RuleContext) => Judge | Problem | null;
  /** The rules of another provider. */
  rules?: OpenRules;
  messageId?: string;
  request?: Partial<SignedRequest>;
  secrets?: readonly Secret[];
}

export interface Trial extends Change {
  /** What it proves when the signature matches with this change. */
  finding: Finding;
  /** The secret that the trial's own one would take the place of. */
  replaces?: Secret;
}

/** How the proof of what was tried begins. */
export const MATCHES = 'The signature matches ';

export interface Hypothesis {
  /** Completes "ruled out: …", once all its trials have failed; null when that says nothing. */
  rulesOut: string | null;
  /** The likeliest first. A generator, so that nothing is made that is not tried. */
  tries(subject: Case): Iterable<Trial>;
}

/** Something that can be seen without trying; null when it is not there. */
export type Observation = (subject: Case) => Finding | null;
