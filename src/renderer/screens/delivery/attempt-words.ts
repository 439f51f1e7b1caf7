// An attempt in words: what set it off, and how it ended.

import { assertNever } from '../../../shared/assert-never.ts';
import type { Attempt, AttemptTrigger, FailureCode } from '../../../shared/model.ts';
import type { Tone } from '../../lib/verdict.ts';

export function triggerWord(trigger: AttemptTrigger): string {
  switch (trigger) {
    case 'forward':
      return 'Forwarded';
    case 'replay':
      return 'Replayed';
    case 'retry':
      return 'Tried again';
    case 'handshake':
      return 'Called back';
    default:
      return assertNever(trigger);
  }
}

const FAILURES: Record<FailureCode, string> = {
  refused: 'Refused',
  dns: 'No such host',
  unreachable: 'Unreachable',
  tls: 'TLS failed',
  timeout: 'Timed out',
  reset: 'Cut off',
  'malformed-response': 'Not HTTP',
  unconfirmed: 'Not allowed',
  interrupted: 'Interrupted',
  'body-gone': 'Body is gone',
};

export interface OutcomeWords {
  tone: Tone;
  /** A status or one or two words. */
  word: string;
}

/** How an attempt ended, for its row. */
export function outcomeWords(
  attempt: Pick<Attempt, 'outcome' | 'status' | 'failure'>,
): OutcomeWords {
  switch (attempt.outcome) {
    case 'pending':
      return { tone: 'mute', word: 'Waiting' };
    case 'failure':
      return { tone: 'bad', word: attempt.failure ? FAILURES[attempt.failure.code] : 'Failed' };
    case 'response':
      return { tone: statusTone(attempt.status), word: String(attempt.status ?? 'No status') };
    default:
      return assertNever(attempt.outcome);
  }
}

export function statusTone(status: number | null): Tone {
  if (status === null) return 'mute';
  if (status >= 500) return 'bad';
  if (status >= 400) return 'warn';
  return status >= 300 ? 'mute' : 'ok';
}
