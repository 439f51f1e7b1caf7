// The time a provider says it signed at: reading it in its several units, and judging its age.

import { assertNever } from '../../../shared/assert-never.ts';
import type { Check, ReasonCode } from '../../../shared/model.ts';
import { abbreviate, durationWords } from './words.ts';

/** `auto` reads seconds, milliseconds or ISO 8601 by their form; `raw` is opaque text of no age. */
export type TimeUnit = 's' | 'ms' | 'iso' | 'raw' | 'auto';

/** What there is to say about one timestamp. */
export interface TimeFinding {
  check: Check;
  reason: Extract<ReasonCode, `timestamp-${string}`> | null;
  hint: string | null;
}

export interface TimeQuestion {
  providerName: string;
  /** Where it comes from, in words: `X-Slack-Request-Timestamp`, `t= in Stripe-Signature`. */
  where: string;
  /** The wire's own text; null when it is missing. */
  text: string | null;
  unit: TimeUnit;
  toleranceSeconds: number | null;
  /** True when the endpoint's owner set the tolerance, not the provider. */
  ownTolerance: boolean;
  /** True when the signature covers the time, so that nothing can be judged without it. */
  signed: boolean;
  receivedAt: number;
}

// At most 11 digits of seconds and 14 of milliseconds: the year 5138, and still a valid Date.
const SECONDS = /^\d{1,11}$/;
const MILLISECONDS = /^\d{1,14}$/;
const LONG_MILLISECONDS = /^\d{12,14}$/;
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** The time in ms since the epoch; null when the text is not of the unit. */
export function readTime(text: string, unit: TimeUnit): number | null {
  switch (unit) {
    case 's':
      return SECONDS.test(text) ? Number(text) * 1000 : null;
    case 'ms':
      return MILLISECONDS.test(text) ? Number(text) : null;
    case 'iso': {
      const parts = ISO.exec(text);
      // Without a zone it is UTC, as Orb writes it; Date.parse would take it for the time of this place.
      const time = Date.parse(parts === null ? '' : parts[1] === undefined ? `${text}Z` : text);
      return Number.isNaN(time) ? null : time;
    }
    case 'raw':
      return null;
    case 'auto':
      if (LONG_MILLISECONDS.test(text)) return Number(text);
      return readTime(text, 's') ?? readTime(text, 'iso');
    default:
      return assertNever(unit);
  }
}

/** A time as the wire writes it. */
export function writeTime(at: number, unit: TimeUnit): string {
  switch (unit) {
    case 'ms':
      return String(Math.floor(at));
    case 'iso':
      return new Date(at).toISOString();
    case 's':
    case 'raw':
    case 'auto':
      return String(Math.floor(at / 1000));
    default:
      return assertNever(unit);
  }
}

/** Judges a timestamp; null when there is nothing to judge and nothing to show. */
export function judgeTime(question: TimeQuestion): TimeFinding | null {
  const { text, unit, toleranceSeconds, signed } = question;
  if (text === null || text === '') {
    return signed || toleranceSeconds !== null ? missing(question) : null;
  }
  if (unit === 'raw') return passed(`${abbreviate(text)}, taken as it is`);
  const time = readTime(text, unit);
  if (time === null) {
    if (toleranceSeconds !== null) return malformed(question, text);
    return passed(`"${abbreviate(text)}" is no time we can read; its age is not judged`);
  }
  return judgeAge(question, text, time);
}

function judgeAge(question: TimeQuestion, text: string, time: number): TimeFinding {
  const { receivedAt, toleranceSeconds, unit } = question;
  // Seconds are compared with whole seconds, as the providers' own libraries do: a stamp of 12:00:00
  // that arrives at 12:05:00.900 is 300 s old.
  const inSeconds = unit === 's' || (unit === 'auto' && SECONDS.test(text));
  const now = inSeconds ? Math.floor(receivedAt / 1000) * 1000 : receivedAt;
  const ageMs = now - time;
  const age = durationWords(ageMs);
  const relation = ageMs < 0 ? `${age} after it arrived` : `${age} before it arrived`;
  const detail = `${text} (${dateWords(time)}), ${relation}`;
  if (toleranceSeconds === null) return passed(`${detail}; its age is not judged`);
  if (Math.abs(ageMs) <= toleranceSeconds * 1000) {
    return passed(`${detail}; ${allowance(question)}`);
  }
  return outside(question, ageMs, `${detail}; ${allowance(question)}`);
}

function outside(question: TimeQuestion, ageMs: number, detail: string): TimeFinding {
  const age = durationWords(ageMs);
  if (ageMs > 0) {
    return failed(
      detail,
      'timestamp-stale',
      `Signed ${age} before it arrived; ${allowance(question)}. If it was sent again on purpose, let ${question.providerName} send a fresh one or raise the tolerance.`,
    );
  }
  return failed(
    detail,
    'timestamp-future',
    `Signed ${age} after it arrived, by the clock of this machine; ${allowance(question)}. Check that this machine's clock is right.`,
  );
}

function missing({ where, providerName, signed }: TimeQuestion): TimeFinding {
  const why = signed
    ? `${providerName} signs it together with the body`
    : 'a tolerance is set, which cannot be checked without it';
  return failed(
    `no ${where}`,
    'timestamp-missing',
    `The timestamp (${where}) is missing, and ${why}. Check that nothing on the way removes it.`,
  );
}

function malformed({ where, unit }: TimeQuestion, text: string): TimeFinding {
  const milliseconds = unit === 's' && LONG_MILLISECONDS.test(text);
  const instead = milliseconds ? ' It looks like milliseconds.' : '';
  return failed(
    `"${abbreviate(text)}" is not ${unitWords(unit)}`,
    'timestamp-malformed',
    `The timestamp (${where}) is not ${unitWords(unit)}.${instead} Check what sent this request.`,
  );
}

function unitWords(unit: TimeUnit): string {
  switch (unit) {
    case 's':
      return 'a number of seconds since 1970';
    case 'ms':
      return 'a number of milliseconds since 1970';
    case 'iso':
      return 'a date and time in ISO 8601';
    case 'raw':
    case 'auto':
      return 'a time in seconds, milliseconds or ISO 8601';
    default:
      return assertNever(unit);
  }
}

function allowance({ ownTolerance, providerName, toleranceSeconds }: TimeQuestion): string {
  return ownTolerance
    ? `the tolerance that is set is ${toleranceSeconds} s`
    : `${providerName} allows ${toleranceSeconds} s`;
}

function dateWords(time: number): string {
  const iso = new Date(time).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

function passed(detail: string): TimeFinding {
  return { check: { name: 'timestamp', ok: true, detail }, reason: null, hint: null };
}

function failed(detail: string, reason: TimeFinding['reason'], hint: string): TimeFinding {
  return { check: { name: 'timestamp', ok: false, detail }, reason, hint };
}
