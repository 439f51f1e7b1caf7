// The words, sign and tone of a verdict: the loudest thing in a row, and never told by colour alone.

import { assertNever } from '../../shared/assert-never.ts';
import type { DeliveryState, DeliverySummary, ReasonCode } from '../../shared/model.ts';

export type Tone = 'ok' | 'bad' | 'warn' | 'mute' | 'special';
export type Sign = '✓' | '✕' | '○' | '⇄' | '!';

export interface VerdictWords {
  tone: Tone;
  /** A mark that tells the tones apart without colour. */
  sign: Sign;
  /** One or two words, for the chip. */
  word: string;
  /** A whole sentence, for tooltips and screen readers. */
  sentence: string;
}

const REASONS: Record<ReasonCode, { word: string; sentence: string }> = {
  'no-provider': {
    word: 'Not checked',
    sentence: 'Not checked: no provider is set for this endpoint.',
  },
  'no-secret': { word: 'No secret', sentence: 'Not checked: this endpoint has no signing secret.' },
  'secret-locked': {
    word: 'Locked',
    sentence: 'Not checked: the signing secret could not be unlocked.',
  },
  'signature-missing': { word: 'Unsigned', sentence: 'Unsigned: the signature header is missing.' },
  'signature-malformed': {
    word: 'Malformed',
    sentence: 'Failed: the signature is not in the expected form.',
  },
  'signature-mismatch': { word: 'Wrong', sentence: 'Failed: the signature does not match.' },
  'timestamp-missing': { word: 'No time', sentence: 'Failed: the timestamp is missing.' },
  'timestamp-malformed': { word: 'Bad time', sentence: 'Failed: the timestamp cannot be read.' },
  'timestamp-stale': { word: 'Stale', sentence: 'Failed: the timestamp is too old.' },
  'timestamp-future': { word: 'Too early', sentence: 'Failed: the timestamp is in the future.' },
  'body-incomplete': {
    word: 'Incomplete',
    sentence: 'Not checked: the body did not arrive whole.',
  },
  'key-pending': {
    word: 'Waiting',
    sentence: 'Not checked yet: the public key of the provider is being fetched.',
  },
  'key-unavailable': {
    word: 'No key',
    sentence: 'Not checked: the public key of the provider could not be fetched.',
  },
  'key-untrusted': {
    word: 'Foreign key',
    sentence: 'Failed: the key is not one of the provider’s.',
  },
  'key-expired': {
    word: 'Expired key',
    sentence: 'Failed: the certificate of the key was not valid when the request arrived.',
  },
  'no-signature': {
    word: 'No signature',
    sentence: 'Not checked: this provider does not sign what it sends.',
  },
};

const STATES: Record<Exclude<DeliveryState, 'complete'>, { word: string; sentence: string }> = {
  aborted: { word: 'Cut off', sentence: 'Cut off: the sender went away before the end.' },
  malformed: { word: 'Not HTTP', sentence: 'Not valid HTTP: it could not be read as a request.' },
  oversized: { word: 'Too large', sentence: 'Too large: the body is over the limit.' },
};

/** What to call the verdict of a delivery. */
export function verdictWords(
  delivery: Pick<DeliverySummary, 'handshake' | 'state'> & {
    verdict: Pick<DeliverySummary['verdict'], 'status' | 'reason'>;
  },
): VerdictWords {
  const { status, reason } = delivery.verdict;
  if (delivery.state !== 'complete') return { tone: 'warn', sign: '!', ...STATES[delivery.state] };
  if (delivery.handshake && status !== 'failed') {
    const sentence = 'Handshake: the provider asked to prove that this URL is yours.';
    return { tone: 'special', sign: '⇄', word: 'Handshake', sentence };
  }
  switch (status) {
    case 'verified':
      return { tone: 'ok', sign: '✓', word: 'Verified', sentence: 'The signature is valid.' };
    case 'failed': {
      if (reason === null || reason === 'signature-mismatch') {
        const sentence = REASONS['signature-mismatch'].sentence;
        return { tone: 'bad', sign: '✕', word: 'Failed', sentence };
      }
      return { tone: 'bad', sign: '✕', ...REASONS[reason] };
    }
    case 'unsigned':
      return { tone: 'mute', sign: '○', ...REASONS['signature-missing'] };
    case 'unchecked': {
      const words = REASONS[reason ?? 'no-provider'];
      const warn = reason === 'no-secret' || reason === 'secret-locked';
      return { tone: warn ? 'warn' : 'mute', sign: '○', ...words };
    }
    default:
      return assertNever(status);
  }
}
