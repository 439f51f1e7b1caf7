// What the verdict means, in words, and what to do about it.

import { assertNever } from '../../../shared/assert-never.ts';
import type { CheckName, Delivery, ProviderInfo, ReasonCode } from '../../../shared/model.ts';
import type { Tone } from '../../lib/verdict.ts';
import { findingStep, headlineOf, leadingFindings, ruledOut } from './finding-words.ts';

/** What would help most; the pane offers a button for it. */
export type NextStep =
  | 'set-provider'
  | 'add-secret'
  | 'check-secret'
  /** What the doctor suggests: the likeliest thing to do, or one of several. */
  | 'fix'
  | 'allow'
  | null;

export interface Conclusion {
  tone: Tone;
  title: string;
  /** Whole sentences; empty when the title says it all. */
  text: string;
  next: NextStep;
}

type Judged = Pick<Delivery, 'verdict' | 'handshake' | 'handshakeDetail'>;
type Named = Pick<ProviderInfo, 'name'> | null;

/** The conclusion on a delivery's signature. */
export function signatureConclusion(delivery: Judged, provider: Named): Conclusion {
  const { verdict, handshake } = delivery;
  const who = provider?.name ?? 'the provider';
  const text = verdict.hint ?? '';
  if (handshake && verdict.status !== 'failed') return handshakeConclusion(delivery, who, text);
  switch (verdict.status) {
    case 'verified': {
      const label = verdict.secretLabel === null ? '' : ` with the secret “${verdict.secretLabel}”`;
      return {
        tone: 'ok',
        title: isTestEvent(delivery)
          ? `A test event: signed with this endpoint’s test key, and not by ${who}`
          : `Genuine: ${who} signed it${label}`,
        text: text || schemeWords(verdict.scheme),
        next: null,
      };
    }
    case 'failed':
      return failedConclusion(delivery, text);
    case 'unsigned':
      return (
        foundConclusion(delivery, 'mute') ?? {
          tone: 'mute',
          title: 'This request is not signed',
          text,
          next: null,
        }
      );
    case 'unchecked':
      return uncheckedConclusion(verdict.reason, text);
    default:
      return assertNever(verdict.status);
  }
}

/** By the check, as a secret of the user's may have the same name as the key. */
function isTestEvent({ verdict: { checks } }: Judged): boolean {
  return checks.some(
    ({ name, ok, detail }) =>
      name === 'signature' && ok && detail.startsWith('matches the test key'),
  );
}

function handshakeConclusion(delivery: Judged, who: string, hint: string): Conclusion {
  const { verdict, handshakeDetail: detail } = delivery;
  const label = verdict.status === 'verified' ? verdict.secretLabel : null;
  const title = `Handshake: ${who} asked whether this URL is yours`;
  if (detail !== null && !detail.signed && label === null) {
    return { tone: 'special', title, text: `${who} does not sign its handshakes.`, next: null };
  }
  return {
    ...{ tone: 'special', title },
    text: label === null ? hint : `The request is signed with the secret “${label}”.`,
    next: verdict.reason === 'no-secret' ? 'add-secret' : null,
  };
}

const FAILURES: Partial<Record<ReasonCode, string>> = {
  'signature-mismatch': 'The signature does not match',
  'key-untrusted': 'The key is not the provider’s',
  'key-expired': 'The certificate of the key was not valid then',
  'signature-malformed': 'The signature cannot be read',
  'timestamp-missing': 'The timestamp is missing',
  'timestamp-malformed': 'The timestamp cannot be read',
  'timestamp-stale': 'The timestamp is too old',
  'timestamp-future': 'The timestamp lies in the future',
  'body-incomplete': 'The body did not arrive whole',
};

/** Led by what was found; null when nothing was. */
function foundConclusion({ verdict }: Judged, tone: Tone): Conclusion | null {
  const findings = leadingFindings(verdict);
  const [first] = findings;
  if (first === undefined) return null;
  const text = [first.proof, ...findings.map(({ fix }) => fix)].join(' ');
  const step = findings.map(findingStep).find((each) => each !== null) ?? null;
  return { tone, title: headlineOf(findings), text, next: step };
}

function failedConclusion(delivery: Judged, text: string): Conclusion {
  const { reason, checks } = delivery.verdict;
  const found = foundConclusion(delivery, 'bad');
  if (found !== null) return found;
  const title = (reason === null ? null : FAILURES[reason]) ?? 'The signature does not hold';
  const genuine = checks.some(({ name, ok }) => name === 'signature' && ok);
  const tried = ruledOut(delivery.verdict);
  return {
    tone: 'bad',
    title: genuine ? `Signed by the right secret, but: ${lowerFirst(title)}` : title,
    text: tried === null ? text : `${tried.message} ${tried.fix}`,
    next: reason === 'signature-mismatch' ? 'check-secret' : null,
  };
}

function uncheckedConclusion(reason: ReasonCode | null, text: string): Conclusion {
  switch (reason) {
    case 'no-secret':
      return {
        tone: 'warn',
        title: 'Not checked: no signing secret is set',
        text: text || 'Paste the secret that the provider shows for this endpoint.',
        next: 'add-secret',
      };
    case 'secret-locked':
      return {
        tone: 'warn',
        title: 'Not checked: the signing secret is locked',
        text,
        next: 'check-secret',
      };
    case 'body-incomplete':
      return {
        tone: 'mute',
        title: 'Not checked: the body did not arrive whole',
        text: text || 'A signature covers all of the body, so a part of it proves nothing.',
        next: null,
      };
    case 'key-pending':
      return { tone: 'mute', title: 'Not checked yet: a public key is fetched', text, next: null };
    case 'key-unavailable':
      return {
        tone: 'warn',
        title: 'Not checked: a public key could not be fetched',
        text,
        next: null,
      };
    default:
      return {
        tone: 'mute',
        title: 'Not checked: this endpoint has no provider',
        text: text || 'Say who sends here, and Hookglass knows how that sender signs.',
        next: 'set-provider',
      };
  }
}

const CHECKS: Record<CheckName, string> = {
  'header-present': 'Signature header',
  'well-formed': 'Well formed',
  timestamp: 'Timestamp',
  certificate: 'Certificate',
  signature: 'Signature',
};

export function checkLabel(name: CheckName): string {
  return CHECKS[name];
}

/** `HMAC-SHA256 of {timestamp}.{body}` as a sentence. */
function schemeWords(scheme: string | null): string {
  return scheme === null ? '' : `The signature is ${scheme}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
