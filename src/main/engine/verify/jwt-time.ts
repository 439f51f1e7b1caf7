// The times in a token: when it was signed, from when on and until when it is good.

import type { Claims } from './jwt-token.ts';
import { claimOf } from './jwt-token.ts';
import type { Tolerance } from './scheme.ts';
import { judgeTime, type TimeFinding } from './timestamp.ts';
import { abbreviate, durationWords } from './words.ts';

export interface TokenTimes {
  providerName: string;
  signedAt: { claim: string; tolerance: number } | null;
  /** Seconds by which `exp` and `nbf` may be off. */
  leeway: number;
}

export interface Moment {
  toleranceSeconds: Tolerance;
  receivedAt: number;
}

/** The latest time that a Date can hold, in seconds. */
const LAST_SECOND = 8.64e12;

/** Of several times the first that is off is told; null when the token has none. */
export function judgeTokenTimes(
  times: TokenTimes,
  claims: Claims,
  moment: Moment,
): TimeFinding | null {
  const findings = [
    judgeSignedAt(times, claims, moment),
    judgeLimit(times, claims, moment, 'nbf'),
    judgeLimit(times, claims, moment, 'exp'),
  ].filter((finding) => finding !== null);
  return findings.find(({ reason }) => reason !== null) ?? findings[0] ?? null;
}

function judgeSignedAt(
  { providerName, signedAt }: TokenTimes,
  claims: Claims,
  { toleranceSeconds: own, receivedAt }: Moment,
): TimeFinding | null {
  if (signedAt === null) return null;
  const value = claimOf(claims, signedAt.claim);
  return judgeTime({
    ...{ providerName, receivedAt, unit: 's', signed: true },
    where: `claim ${signedAt.claim} of the token`,
    text: typeof value === 'number' ? String(Math.floor(value)) : null,
    toleranceSeconds: own === 'off' ? null : (own ?? signedAt.tolerance),
    ownTolerance: own !== null,
  });
}

function judgeLimit(
  { providerName, leeway }: TokenTimes,
  claims: Claims,
  { toleranceSeconds: own, receivedAt }: Moment,
  claim: 'nbf' | 'exp',
): TimeFinding | null {
  const value = claimOf(claims, claim);
  if (value === undefined) return null;
  if (typeof value !== 'number' || !(Math.abs(value) <= LAST_SECOND)) {
    const detail = `${claim} is ${abbreviate(JSON.stringify(value))}, which is no time`;
    const hint = `The claim ${claim} of the token is no time. Check what sent this request.`;
    return failed(detail, 'timestamp-malformed', hint);
  }
  const date = `${new Date(value * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  const detail = claim === 'exp' ? `good until ${date}` : `good from ${date} on`;
  const late = Math.floor(receivedAt / 1000) - value;
  const allowed = own === 'off' ? Number.POSITIVE_INFINITY : (own ?? leeway);
  // As jose does it: a token ends with the second that it names, and not after it.
  if (claim === 'exp' && late >= allowed) {
    const hint = `The token had expired ${durationWords(late * 1000)} before it arrived. If it was sent again on purpose, let ${providerName} send a fresh one or raise the tolerance.`;
    return failed(detail, 'timestamp-stale', hint);
  }
  if (claim === 'nbf' && -late > allowed) {
    const hint = `The token is good only from ${durationWords(late * 1000)} after it arrived, by the clock of this machine. Check that this machine's clock is right.`;
    return failed(detail, 'timestamp-future', hint);
  }
  return { check: { name: 'timestamp', ok: true, detail }, reason: null, hint: null };
}

function failed(detail: string, reason: TimeFinding['reason'], hint: string): TimeFinding {
  return { check: { name: 'timestamp', ok: false, detail }, reason, hint };
}
