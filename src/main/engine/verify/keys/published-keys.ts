// Finds the keys for one request where its provider publishes them, and says what the verdict is when
// they are not there.

import type { Check, ReasonCode, Verdict, VerdictStatus } from '../../../../shared/model.ts';
import type { RuleWords } from '../finding.ts';
import { compileSource } from '../source.ts';
import type { RequestView } from '../view.ts';
import { abbreviate, wordList } from '../words.ts';
import { certificateProblem } from './certificates.ts';
import type { FindKeys, KeysAt, PublishedKey } from './keys.ts';
import { hostOf, trustedUrl, urlOf } from './trusted-url.ts';

export type FoundKeys =
  | { state: 'found'; keys: readonly PublishedKey[]; host: string }
  | { state: 'none'; absence: Absence };

/** Why there is no key, ready for a verdict. */
export interface Absence {
  status: Extract<VerdictStatus, 'failed' | 'unchecked'>;
  reason: Extract<ReasonCode, `key-${string}`>;
  hint: string;
  /** What was looked at and is wrong. */
  check?: Check;
}

export interface WantedKey {
  kid: string | null;
  /** A certificate has to be good then; ms since the epoch. */
  receivedAt: number;
}

export type KeyFinder = (
  view: RequestView,
  wanted: WantedKey,
  findKeys: FindKeys | undefined,
) => FoundKeys;

/** `providerName` is for sentences. */
export function compileKeysAt(spec: KeysAt, providerName: string): KeyFinder {
  const locate = compileUrl(spec, providerName);
  return (view, { kid, receivedAt }, findKeys) => {
    const place = locate(view, kid);
    if (typeof place !== 'string') return { state: 'none', absence: place };
    const host = hostOf(place);
    const answer = findKeys?.({ url: place, as: spec.as, kid }) ?? { state: 'pending' };
    switch (answer.state) {
      case 'known': {
        const keys = fitting(answer.keys, kid);
        const problem = certificateProblem(keys, spec, { name: providerName, host }, receivedAt);
        if (problem === null) return { state: 'found', keys, host };
        return { state: 'none', absence: { status: 'failed', ...problem } };
      }
      case 'pending': {
        const hint = `The public key of ${providerName} is being fetched from ${host}; the verdict follows.`;
        return { state: 'none', absence: { status: 'unchecked', reason: 'key-pending', hint } };
      }
      case 'failed':
        return unavailable(
          `The public key of ${providerName} could not be fetched from ${host}: ${answer.why}. In a minute it can be tried again.`,
        );
    }
  };
}

/** Those of that id; all of them where nothing tells them apart. */
function fitting(keys: readonly PublishedKey[], wanted: string | null): readonly PublishedKey[] {
  return wanted === null ? keys : keys.filter(({ kid }) => kid === null || kid === wanted);
}

const unavailable = (hint: string): FoundKeys & { state: 'none' } => ({
  state: 'none',
  absence: { status: 'unchecked', reason: 'key-unavailable', hint },
});

function compileUrl(
  spec: KeysAt,
  providerName: string,
): (view: RequestView, kid: string | null) => string | Absence {
  const { url, hosts = [], endsWith } = spec;
  if (!/^(?:header|json):/.test(url)) return (_, kid) => ownUrl(url, kid, providerName);
  const read = compileSource(url);
  const places = { hosts, ...(endsWith !== undefined && { endsWith }) };
  return (view) => {
    const named = read(view) ?? '';
    const trusted = trustedUrl(named, places);
    if (trusted !== null) return trusted;
    const allowed = wordList(hosts, 'or');
    const what = named === '' ? 'does not say where' : `names "${abbreviate(named)}" as the place`;
    return {
      status: 'failed',
      reason: 'key-untrusted',
      hint: `The request ${what} its key is to be fetched from. The keys of ${providerName} are on ${allowed} only, by https, so nothing was fetched: whoever made this request can have put a key of their own there.`,
    };
  };
}

/** A URL of the provider's data or the user's settings. */
function ownUrl(template: string, kid: string | null, providerName: string): string | Absence {
  if (template.includes('{kid}') && kid === null) {
    const hint = `The token does not say which of the keys of ${providerName} it was signed with.`;
    return { status: 'failed', reason: 'key-untrusted', hint };
  }
  const url = urlOf(template.replace('{kid}', encodeURIComponent(kid ?? '')));
  if (url !== null && url.hostname !== '' && isSafe(url)) return url.href;
  const hint = `Where the public keys of ${providerName} are is not set for this endpoint, or is no https URL. Set it in the options of ${providerName}, or enter a key as the secret.`;
  return { status: 'unchecked', reason: 'key-unavailable', hint };
}

/** Over plain HTTP only this machine can be believed. */
function isSafe({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

/** The verdict while there is no key. */
export function verdictWithoutKey(
  { scheme }: RuleWords,
  checks: Check[],
  { status, reason, hint, check }: Absence,
): Verdict {
  return {
    ...{ status, scheme, reason, hint },
    checks: check === undefined ? checks : [...checks, check],
    ...{ findings: [], secretLabel: null, warnings: [] },
  };
}
