// The time of signing: too old, ahead, missing, or in another unit.

import type { HeaderList } from '../../../../shared/headers.ts';
import type { Finding, Suggestion } from '../../../../shared/model.ts';
import type { Rule } from '../provider.ts';
import { compileSource } from '../source.ts';
import { readTime, type TimeUnit } from '../timestamp.ts';
import { durationWords } from '../words.ts';
import type { Case, Hypothesis } from './case.ts';

const DAY_MS = 86_400_000;
/** What an endpoint takes. */
const LONGEST_TOLERANCE_SECONDS = 31_536_000;

const UNIT_WORDS = { s: 'seconds', ms: 'milliseconds', iso: 'ISO 8601' } as const;
type KnownUnit = keyof typeof UNIT_WORDS;
const UNITS: readonly KnownUnit[] = ['s', 'ms', 'iso'];

interface Stamp {
  text: string;
  unit: TimeUnit;
  /** The same headers with another text in its place; null where it is in no header. */
  replaced(text: string): HeaderList | null;
}

/** The sender signed the time in one unit and sent it in another. */
export const timestampUnit: Hypothesis = {
  rulesOut: 'the time in seconds, milliseconds or ISO 8601',
  *tries(subject) {
    for (const { text, unit, replaced } of stampsOf(subject)) {
      for (const { as, written } of rewritten(text)) {
        const headers = replaced(written);
        if (headers === null || written === text) continue;
        yield {
          request: { headers },
          finding: {
            cause: 'timestamp-unit',
            message: `The time was signed in ${as} but sent as ${text}${isKnown(unit) ? `, where ${subject.sender} sends ${UNIT_WORDS[unit]}` : ''}.`,
            proof: `The signature matches with the time in ${as}.`,
            fix: 'Have the sender send the very text of the time that it signs.',
            side: 'sender',
          },
        };
      }
    }
  },
};

function rewritten(text: string): { as: string; written: string }[] {
  return UNITS.flatMap((unit) => {
    const time = readTime(text, unit);
    if (time === null) return [];
    const seconds = Math.floor(time / 1000);
    return [
      { as: 'seconds', written: String(seconds) },
      { as: 'milliseconds', written: String(time) },
      { as: 'milliseconds', written: String(seconds * 1000) },
      { as: 'ISO 8601', written: new Date(time).toISOString() },
      { as: 'ISO 8601', written: new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') },
    ];
  });
}

/** What the time check said, told as a finding. */
export function timestamp(subject: Case): Finding | null {
  const { verdict } = subject;
  const check = verdict.checks.find(({ name }) => name === 'timestamp');
  switch (verdict.reason) {
    case 'timestamp-stale':
    case 'timestamp-future':
      return otherUnit(subject) ?? outOfDate(subject, verdict.reason, check?.detail ?? '');
    case 'timestamp-malformed':
      return otherUnit(subject) ?? unreadable(subject, check?.detail ?? '');
    case 'timestamp-missing':
      return missing(subject, check?.detail ?? 'no time');
    default:
      return null;
  }
}

function isGenuine({ verdict }: Case): boolean {
  return verdict.checks.some(({ name, ok }) => name === 'signature' && ok);
}

/** Read in another unit, the time is about that of the arrival. */
function otherUnit(subject: Case): Finding | null {
  const { sender, receivedAt } = subject;
  for (const { text, unit } of stampsOf(subject)) {
    if (!isKnown(unit)) continue;
    for (const other of UNITS) {
      const time = other === unit ? null : readTime(text, other);
      if (time === null || Math.abs(receivedAt - time) > DAY_MS) continue;
      return {
        cause: 'timestamp-unit',
        message: `The time is in ${UNIT_WORDS[other]}, but ${sender} sends it in ${UNIT_WORDS[unit]}.`,
        proof: `${text} read in ${UNIT_WORDS[other]} is ${durationWords(receivedAt - time)} from its arrival.`,
        fix: `Have the sender write the time in ${UNIT_WORDS[unit]}, and sign it so.`,
        side: 'sender',
      };
    }
  }
  return null;
}

function isKnown(unit: TimeUnit): unit is KnownUnit {
  return unit in UNIT_WORDS;
}

function outOfDate(
  subject: Case,
  cause: 'timestamp-stale' | 'timestamp-future',
  detail: string,
): Finding {
  const genuine = isGenuine(subject) ? 'The signature is genuine, and its' : 'Its';
  const proof = `${genuine} time is ${detail}.`;
  const { sender } = subject;
  if (cause === 'timestamp-stale') {
    return {
      cause,
      message: 'It was signed too long before it arrived.',
      proof,
      fix: `Have ${sender} send it again. If it was held up or sent again on purpose, raise the tolerance; if all come so, set the clocks right.`,
      side: 'between',
      ...(isGenuine(subject) && toleranceFor(subject)),
    };
  }
  return {
    cause,
    message: 'By the clock of this machine it was signed after it arrived.',
    proof,
    fix: "Set this machine's clock by the network. If it is right, the sender's is ahead.",
    side: 'here',
  };
}

/** A tolerance that would have let it pass, rounded up to what people say. */
function toleranceFor(subject: Case): { suggestion?: Suggestion } {
  const ages = stampsOf(subject).flatMap(({ text, unit }) => {
    const time = readTime(text, unit);
    return time === null ? [] : [(subject.receivedAt - time) / 1000];
  });
  const age = Math.max(0, ...ages);
  const step = age < 3600 ? 60 : age < 2 * 86_400 ? 3600 : 86_400;
  const seconds = Math.ceil(age / step) * step;
  if (seconds === 0 || seconds > LONGEST_TOLERANCE_SECONDS) return {};
  return { suggestion: { kind: 'tolerance', seconds } };
}

function unreadable({ sender }: Case, detail: string): Finding {
  return {
    cause: 'timestamp-unit',
    message: 'The time of signing is not written as a time.',
    proof: `It is ${detail}.`,
    fix: `Have the sender write the time as ${sender} documents it.`,
    side: 'sender',
  };
}

function missing({ sender }: Case, detail: string): Finding {
  return {
    cause: 'timestamp-missing',
    message: 'The time of signing did not come.',
    proof: `The request has ${detail}.`,
    fix: `If ${sender} sent this, something on the way removes the header of the time; if not, have the sender add it and sign it.`,
    side: 'between',
  };
}

function stampsOf({ rules, view }: Case): Stamp[] {
  return rules.flatMap((rule) => {
    const stamp = stampOf(rule, view);
    return stamp === null ? [] : [stamp];
  });
}

function stampOf(rule: Rule, view: Case['view']): Stamp | null {
  if (!('signedContent' in rule) || rule.timestamp === null) return null;
  const { from, unit } = rule.timestamp;
  if (from === 'signature') return stampInSignature(rule.signature, unit, view);
  if (from === 'header:') return null;
  const text = compileSource(from)(view);
  if (text === null) return null;
  const name = from.startsWith('header:') ? from.slice('header:'.length).toLowerCase() : null;
  return {
    text,
    unit,
    replaced: (other) =>
      name === null
        ? null
        : view.headers.map((pair) => (pair[0].toLowerCase() === name ? [pair[0], other] : pair)),
  };
}

function stampInSignature(
  signature: Extract<Rule, { signedContent: string }>['signature'],
  unit: TimeUnit,
  view: Case['view'],
): Stamp | null {
  if (signature.in !== 'header') return null;
  const name = signature.name.toLowerCase();
  const value = view.headers.find(([each]) => each.toLowerCase() === name)?.[1];
  if (value === undefined) return null;
  const text = stampText(signature, value);
  if (text === null || text === '') return null;
  return {
    text,
    unit,
    replaced: (other) =>
      view.headers.map((pair) =>
        // The time stands before the signatures, so it is the first place that has its text.
        pair[0].toLowerCase() === name ? [pair[0], pair[1].replace(text, other)] : pair,
      ),
  };
}

function stampText(
  signature: Extract<Rule, { signedContent: string }>['signature'],
  value: string,
): string | null {
  if (signature.style === 'positional') return value.split(signature.separator)[0]?.trim() ?? null;
  if (signature.style !== 'kv' || signature.timestampKey === null) return null;
  const start = `${signature.timestampKey}=`;
  const pair = value.split(signature.separator).find((each) => each.trim().startsWith(start));
  return pair === undefined ? null : pair.trim().slice(start.length);
}
