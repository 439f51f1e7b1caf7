// What the checks of one request found, and the verdict that follows: the first check that failed
// gives the reason, in the order in which they are listed.

import type { Check, Finding, ReasonCode, Verdict } from '../../../shared/model.ts';
import type { VerifyInput } from './scheme.ts';
import type { TimeFinding } from './timestamp.ts';

export type SignatureFinding =
  | { outcome: 'match'; check: Check; secretLabel: string }
  /** `secretLabel`: of the secret that signed it, where what it signed is something else than this. */
  | { outcome: 'mismatch'; check: Check; hint: string; secretLabel?: string }
  | { outcome: 'body-gone'; check: Check };

/** Checks that could not be made are null. */
export interface Examination {
  present: Check;
  formed: { check: Check; hint: string | null } | null;
  time: TimeFinding | null;
  signature: SignatureFinding | null;
}

/** What a verdict needs to know of the rule. */
export interface RuleWords {
  providerName: string;
  scheme: string;
  warnings: readonly string[];
}

type Outcome = Pick<Verdict, 'status' | 'reason' | 'hint' | 'secretLabel'>;

/** The verdict that follows from what the checks of a request found. */
export function verdictOf(rule: RuleWords, input: VerifyInput, examined: Examination): Verdict {
  const { present, formed, time, signature } = examined;
  const checks = [present];
  if (formed !== null) checks.push(formed.check);
  if (time !== null) checks.push(time.check);
  if (signature !== null) checks.push(signature.check);
  const outcome = outcomeOf(rule, input, examined);
  const { status, reason, hint, secretLabel } = outcome;
  const warnings = status === 'verified' || status === 'failed' ? rule.warnings.slice() : [];
  // Finding out why is the doctor's, who comes later.
  const findings: Finding[] = [];
  return { status, scheme: rule.scheme, reason, hint, findings, secretLabel, checks, warnings };
}

function outcomeOf(rule: RuleWords, input: VerifyInput, examined: Examination): Outcome {
  const { present, formed, time, signature } = examined;
  if (input.secrets.length === 0) return withoutSecret(rule, input);
  if (!present.ok) return unsigned(rule, present.detail);
  if (signature?.outcome === 'body-gone') {
    const hint =
      'The body was kept in a file that is gone, so its signature can no longer be computed. Have it sent again.';
    return { status: 'unchecked', reason: 'body-incomplete', hint, secretLabel: null };
  }
  if (formed?.check.ok === false) return failed('signature-malformed', formed.hint, null);
  const secretLabel = signature?.outcome === 'match' ? signature.secretLabel : null;
  if (time !== null && time.reason !== null) {
    return failed(time.reason, `${time.hint}${alsoOf(signature)}`, secretLabel);
  }
  if (secretLabel !== null) return { status: 'verified', reason: null, hint: null, secretLabel };
  if (signature?.outcome !== 'mismatch') return failed('signature-mismatch', null, null);
  return failed('signature-mismatch', signature.hint, signature.secretLabel ?? null);
}

function failed(reason: ReasonCode, hint: string | null, secretLabel: string | null): Outcome {
  return { status: 'failed', reason, hint, secretLabel };
}

/** A time that is off reads differently when the signature is genuine and when it is not. */
function alsoOf(signature: SignatureFinding | null): string {
  if (signature === null) return '';
  return signature.outcome === 'match'
    ? ' The signature itself is genuine.'
    : ' The signature does not match either.';
}

function unsigned({ providerName }: RuleWords, detail: string): Outcome {
  const hint = `This request has ${detail}, with which ${providerName} signs what it sends. It came from somewhere else, or the signing secret is not set up at ${providerName}, or something on the way removed the header.`;
  return { status: 'unsigned', reason: 'signature-missing', hint, secretLabel: null };
}

function withoutSecret({ providerName }: RuleWords, { lockedSecrets }: VerifyInput): Outcome {
  if (lockedSecrets) {
    const hint =
      'The secrets of this endpoint are locked in a keychain that cannot be opened here. Open Hookglass where they were entered, or enter them again.';
    return { status: 'unchecked', reason: 'secret-locked', hint, secretLabel: null };
  }
  const hint = `No signing secret is set. Enter the one that ${providerName} shows for this URL, and signatures are checked from then on.`;
  return { status: 'unchecked', reason: 'no-secret', hint, secretLabel: null };
}
