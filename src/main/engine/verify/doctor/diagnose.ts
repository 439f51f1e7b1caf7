// Why a request was not verified, found by trying: each hypothesis is tried out until one is proved, or
// the time is over; then comes what can be seen without trying.

import type { Finding, FindingCause, Suggestion, Verdict } from '../../../../shared/model.ts';
import { type Body, bodyChunks, bodySize } from '../../body.ts';
import { compileProvider, openRules } from '../compile.ts';
import type { VerifyConfig } from '../interpret.ts';
import { findProvider } from '../providers.ts';
import type { Secret } from '../scheme.ts';
import { createView, type SignedRequest } from '../view.ts';
import { quotedList } from '../words.ts';
import type { Case, Knowledge, Trial } from './case.ts';
import { withoutSecrets } from './discretion.ts';
import { excerptOf } from './excerpt.ts';
import { OBSERVATIONS } from './hypotheses.ts';
import { proofOf } from './pairs.ts';
import { MAX_BODY_BYTES, search, type Tried } from './search.ts';
import { matches } from './trial.ts';

/** Each of an endpoint's own secrets is tried in many ways, those of others once. */
const MAX_OWN_SECRETS = 8;
const MAX_KNOWN_SECRETS = 100;

export interface Question {
  request: SignedRequest;
  config: VerifyConfig;
  /** ms since the epoch. */
  receivedAt: number;
  /** What the request was judged to be. */
  verdict: Verdict;
  knowledge?: Partial<Knowledge>;
}

/** True for a verdict that asks for an explanation and has none yet, or none that was proved or seen. */
export function isUnexplained({
  status,
  reason,
  findings,
}: Pick<Verdict, 'status' | 'reason' | 'findings'>): boolean {
  if (status !== 'failed' && status !== 'unsigned') return false;
  // The reason says it all, and without a key nothing can be tried.
  if (reason === 'key-untrusted' || reason === 'key-expired') return false;
  return findings.every(({ cause }) => cause === 'unknown');
}

/** What was found, and the secrets that would mend it: those stay in the engine. */
export interface Diagnosis {
  verdict: Verdict;
  remedies: SecretRemedy[];
}

export interface SecretRemedy {
  cause: FindingCause;
  /** The endpoint's secret that `to` would take the place of; null: it would come beside them. */
  from: Secret | null;
  to: Secret;
}

/**
 * Finds out why in steps, so that others get their turn between: every step is one trial. `isOver`
 * ends the trying early. Answers the verdict with its findings, the most certain first, and a hint that
 * says the first of them. Never throws, whatever the request holds.
 */
export function* examination(
  question: Question,
  isOver: () => boolean,
): Generator<undefined, Diagnosis> {
  const { verdict } = question;
  const subject = isUnexplained(verdict) ? openCase(question) : null;
  if (subject === null) return { verdict, remedies: [] };
  const isGenuine = verdict.checks.some(({ name, ok }) => name === 'signature' && ok);
  const tried = isGenuine || !hasKeys(subject) ? null : yield* search(subject, isOver);
  const trials = tried?.found ?? [];
  const findings = told(subject, trials);
  const isProved = findings.length > 0;
  for (const observe of OBSERVATIONS) {
    const finding = observe(subject);
    if (finding !== null && !isExplained(finding, trials)) findings.push(finding);
  }
  if (findings.length === 0 && tried) findings.push(unknown(subject, tried));
  if (findings.length === 0) return { verdict, remedies: [] };
  const discreet = findings.map((finding) => withoutSecrets(finding, secretsOf(subject, trials)));
  const isNews = isProved && verdict.reason !== 'timestamp-stale';
  const hint = isNews ? hintOf(discreet.slice(0, trials.length)) : hintSeen(verdict, discreet);
  return { verdict: { ...verdict, hint, findings: discreet }, remedies: trials.flatMap(remedyOf) };
}

/** All at once, for at most `budgetMs` by the given clock. */
export function diagnose(question: Question, budgetMs: number, clock: () => number): Verdict {
  const end = clock() + budgetMs;
  const steps = examination(question, () => clock() > end);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.verdict;
  }
}

/** What the trials prove; two that only match together have one proof. */
function told(subject: Case, trials: readonly Trial[]): Finding[] {
  const proof = proofOf(trials);
  return trials.map((trial) => {
    const { suggestion, ...finding } = trial.finding;
    const body = finding.cause === 'body-compression' ? undefined : trial.request?.body;
    const excerpt = body?.kind === 'memory' ? excerptOf(subject.bytes, body.bytes) : null;
    return {
      ...{ ...finding, proof },
      ...(excerpt && { excerpt }),
      ...(suggestion && helps(subject, trials, suggestion) && { suggestion }),
    };
  });
}

/** What is seen was proved already, or is no more than the outside of what was. */
function isExplained({ cause }: Finding, trials: readonly Trial[]): boolean {
  const isAbsence = cause === 'header-missing' || cause === 'timestamp-missing';
  return trials.some(({ finding: { cause: proved } }) => {
    const isElsewhere = proved === 'header-renamed' || proved === 'other-provider';
    return proved === cause || (isAbsence && isElsewhere);
  });
}

/** An option may have to be set together with others, and one alone would not do. */
function helps(subject: Case, trials: readonly Trial[], suggestion: Suggestion): boolean {
  if (suggestion.kind !== 'option') return true;
  const { provider, options } = subject;
  const rules = openRules(provider, { ...options, [suggestion.option]: suggestion.value });
  const secrets = trials.flatMap((trial) => trial.secrets ?? []);
  return matches(subject, { rules, ...(secrets.length > 0 && { secrets }) });
}

function hintOf(findings: readonly Finding[]): string {
  return findings.map(({ message, fix }) => `${message} ${fix}`).join(' ');
}

/** The verdict's own words, but where a signature is missing: what helps then depends on how it signs. */
function hintSeen({ hint, reason }: Verdict, [first]: readonly Finding[]): string | null {
  if (reason !== 'signature-missing' || first?.cause !== 'header-missing') return hint;
  const [likeness = ''] = / It looks like .*$/s.exec(hint ?? '') ?? [];
  return `${first.message} ${first.fix}${likeness}`;
}

function remedyOf({ finding: { cause }, secrets, replaces }: Trial): SecretRemedy[] {
  const [to] = secrets ?? [];
  if (to === undefined) return [];
  return [{ cause, from: replaces ?? null, to }];
}

/** All that are known, and what one of them turned out to be. */
function secretsOf({ secrets, neighbours, former }: Case, trials: readonly Trial[]): string[] {
  const found = trials.flatMap((trial) => trial.secrets ?? []);
  return [...secrets, ...neighbours, ...former, ...found].map(({ value }) => value);
}

/** Without a secret and without keys that the provider publishes there is nothing to try with. */
function hasKeys({ secrets, rules, keys }: Case): boolean {
  if (secrets.length > 0) return true;
  return keys !== undefined && rules.some((rule) => 'keysAt' in rule);
}

function unknown({ sender, secrets }: Case, { ruledOut, unfinished }: Tried): Finding {
  if (secrets.length === 0) return unknownWithoutSecret(sender, ruledOut);
  const labels = quotedList(secrets.map(({ label }) => label));
  const out = ruledOut.length === 0 ? '' : `Ruled out, by trying: ${ruledOut.join('; ')}.`;
  return {
    cause: 'unknown',
    message: `The signature was not made with ${secrets.length === 1 ? 'the secret' : 'any of the secrets'} ${labels}, nor with any usual mistake in using ${secrets.length === 1 ? 'it' : 'them'}.`,
    proof: [out, unfinished].filter((words) => words).join(' '),
    fix: `Compare the secret with the one that ${sender} shows for this very URL and mode; most often it is another one. Else the content was changed on the way.`,
    side: 'here',
  };
}

function unknownWithoutSecret(sender: string, ruledOut: readonly string[]): Finding {
  return {
    cause: 'unknown',
    message: `The signature was not made with the key that ${sender} publishes.`,
    proof: ruledOut.length === 0 ? '' : `Ruled out, by trying: ${ruledOut.join('; ')}.`,
    fix: `If ${sender} sent it, something changed it on the way. If it did not, do not trust it.`,
    side: 'between',
  };
}

function openCase(question: Question): Case | null {
  const { request, config, receivedAt, verdict, knowledge = {} } = question;
  const provider = config.provider === null ? null : findProvider(config.provider);
  if (provider === null || 'problem' in compileProvider(provider, config.providerOptions).judges) {
    return null;
  }
  const bytes = bytesOf(request.body);
  if (bytes === null) return null;
  const secrets = config.secrets.slice(0, MAX_OWN_SECRETS);
  const own = new Set(config.secrets.map(({ value }) => value));
  const known = <T extends { value: string }>(list: readonly T[] = []) =>
    list.filter(({ value }) => !own.has(value)).slice(0, MAX_KNOWN_SECRETS);
  return {
    ...openRules(provider, config.providerOptions),
    provider,
    options: config.providerOptions,
    sender: provider.sender ?? provider.name,
    view: createView(
      bytes === TOO_LARGE ? request : { ...request, body: { kind: 'memory', bytes } },
      true,
    ),
    bytes,
    secrets,
    keys: config.keys,
    receivedAt,
    verdict,
    neighbours: known(knowledge.neighbours),
    former: known(knowledge.former),
    origins: knowledge.origins ?? [],
  };
}

const TOO_LARGE = Buffer.alloc(0);

/** Null when the file of the body is gone. */
function bytesOf(body: Body): Buffer | null {
  if (bodySize(body) > MAX_BODY_BYTES) return TOO_LARGE;
  if (body.kind === 'memory') return body.bytes;
  try {
    const chunks: Buffer[] = [];
    // A chunk is only good until the next one.
    for (const chunk of bodyChunks(body)) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}
