// What was answered, by whom, how fast, and whether that was in time: in words.

import type { Attempt, Delivery, ProviderInfo } from '../../../shared/model.ts';
import { duration } from '../../lib/format.ts';
import type { Tone } from '../../lib/verdict.ts';
import { forwardOf } from './waterfall.ts';

export interface Statement {
  tone: Tone;
  /** Whole sentences. */
  text: string;
}

type Deadline = Pick<ProviderInfo, 'name' | 'deadlineSeconds' | 'retries'> | null;

/** How much later than the provider's deadline the answer was, in ms; null when it was in time. */
export function lateBy(delivery: Delivery, provider: Deadline): number | null {
  const took = delivery.timing.answeredMs ?? delivery.durationMs;
  if (took === null || !provider || provider.deadlineSeconds === null) return null;
  const late = took - provider.deadlineSeconds * 1000;
  return late > 0 ? late : null;
}

/** For the corner of the timing: `answered in 412 ms, Pocketbook gives 30 s`. */
export function answerTime(delivery: Delivery, provider: Deadline): string {
  const took = delivery.timing.answeredMs ?? delivery.durationMs;
  const mayCome = delivery.state === 'complete' && delivery.imported === null;
  if (took === null) return mayCome ? 'not answered yet' : 'not answered';
  const answered = `answered in ${duration(took)}`;
  if (!provider || provider.deadlineSeconds === null) return answered;
  const gives = duration(provider.deadlineSeconds * 1000);
  const late = lateBy(delivery, provider);
  if (late === null) return `${answered}, ${provider.name} gives ${gives}`;
  return `${answered}, ${duration(late)} later than the ${gives} that ${provider.name} gives`;
}

const NO_RETRIES = /^(?:no\b|none|never|not\b|does not)/i;

/** What a late answer means; null when it was in time. */
export function lateStatement(delivery: Delivery, provider: Deadline): Statement | null {
  const late = lateBy(delivery, provider);
  if (late === null || !provider || provider.deadlineSeconds === null) return null;
  const gives = duration(provider.deadlineSeconds * 1000);
  const { name, retries } = provider;
  const took = duration(late + provider.deadlineSeconds * 1000);
  const follows =
    retries === null || NO_RETRIES.test(retries)
      ? 'it takes the delivery for failed'
      : 'it will send this again';
  const how = retries === null ? '' : ` Retries: ${ended(retries)}`;
  const text = `Answered in ${took}; ${name} gives ${gives}, so ${follows}.${how}`;
  return { tone: 'bad', text };
}

/** What went wrong with the answer, to follow a "but"; null when nothing did. */
export function answerTrouble(delivery: Delivery, provider: Deadline): string | null {
  const { status, source } = delivery.response;
  const late = lateBy(delivery, provider);
  if (source === 'hookglass' && forwardOf(delivery)?.outcome === 'failure') {
    return 'your server could not be reached';
  }
  if (status !== null && status >= 400) {
    return source === 'forward' ? `your server answered ${status}` : `it was answered ${status}`;
  }
  return late === null ? null : `answered ${duration(late)} too late`;
}

/** Who answered what, and how long it took. */
export function answerStatement(delivery: Delivery, provider: Deadline): Statement {
  const { status, source } = delivery.response;
  const forward = forwardOf(delivery);
  const took = delivery.timing.answeredMs ?? delivery.durationMs;
  const time = took === null ? '' : ` after ${duration(took)}`;
  if (status === null) return unanswered(delivery, forward);
  const meaning = meaningOf(status, provider);
  switch (source) {
    case 'forward': {
      const own = forward?.timing.totalMs ?? null;
      const within = own === null ? time : ` within ${duration(own)}`;
      return {
        tone: meaning.tone,
        text: `Your server answered ${status}${within}.${meaning.text}`,
      };
    }
    case 'handshake':
      return {
        tone: 'ok',
        text: `Hookglass answered the handshake itself, with ${status}${time}.`,
      };
    case 'canned': {
      const text = `Hookglass answered ${status}${time}, as this endpoint is set to.${meaning.text}`;
      return { tone: meaning.tone, text: text + besideWords(forward) };
    }
    default: {
      const text = `${failureOf(forward)}Hookglass answered ${status}${time}.`;
      const said = delivery.state === 'malformed' ? '' : meaning.text;
      return { tone: 'bad', text: `${text}${said}` };
    }
  }
}

function unanswered(delivery: Delivery, forward: Attempt | null): Statement {
  if (delivery.imported !== null && delivery.response.source === null) {
    return { tone: 'mute', text: 'It was imported, so nobody was answered.' };
  }
  if (delivery.state === 'complete' && forward?.outcome === 'pending') {
    return { tone: 'mute', text: `Your server has it and has not answered yet.` };
  }
  if (delivery.state === 'complete' && delivery.response.source === null) {
    return { tone: 'mute', text: 'Not answered yet.' };
  }
  return { tone: 'bad', text: 'The sender was gone before it could be answered.' };
}

function meaningOf(status: number, provider: Deadline): Statement {
  const who = provider?.name ?? 'Most providers';
  if (status >= 200 && status < 300) return { tone: 'ok', text: '' };
  if (status >= 300 && status < 400) {
    const verb = provider ? 'does' : 'do';
    return { tone: 'warn', text: ` A redirect: ${who} may not follow it, as many ${verb} not.` };
  }
  const takes = provider ? 'takes' : 'take';
  return { tone: 'bad', text: ` ${who} ${takes} that for a failure.` };
}

function failureOf(forward: Attempt | null): string {
  return forward?.failure ? `${ended(forward.failure.message)} ` : '';
}

/** What became of the copy that went to the server beside a canned answer. */
function besideWords(forward: Attempt | null): string {
  if (forward === null) return '';
  switch (forward.outcome) {
    case 'pending':
      return ' Your server got it too and has not answered yet.';
    case 'response':
      return ` Your server got it too and answered ${forward.status ?? 'without a status'}.`;
    default:
      return ` It did not reach your server: ${ended(forward.failure?.message ?? 'no reason is known')}`;
  }
}

function ended(text: string): string {
  const sentence = text.trim();
  return /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`;
}
