// What a row of the list says of a delivery: its subject, its answer, and itself as a sentence.

import type { DeliverySummary } from '../../shared/model.ts';
import { duration, timeOfDay } from './format.ts';
import { repeatWords } from './repeat-words.ts';
import { namelessRequest, requestLine } from './request-name.ts';
import { verdictWords } from './verdict.ts';

/** The bold text of a row and the grey one after it; without an event type the path is the subject. */
export function subjectOf(delivery: DeliverySummary): { bold: string; grey: string } {
  const { eventType, target } = delivery;
  if (requestLine(delivery) === null) return { bold: namelessRequest(delivery), grey: '' };
  const path = target === '' ? '(no path)' : target;
  return eventType === null || eventType === ''
    ? { bold: path, grey: '' }
    : { bold: eventType, grey: path };
}

/** The class of colour of an answer's status; the number itself is its word. */
export function statusTone(status: number): 'ok' | 'plain' | 'warn' | 'bad' {
  if (status >= 500) return 'bad';
  if (status >= 400) return 'warn';
  return status >= 200 && status < 300 ? 'ok' : 'plain';
}

/** What stands in the answer column, and what it means. */
export function answerWords(delivery: DeliverySummary): { text: string; sentence: string } {
  const { status, source } = delivery.response;
  if (status !== null) return { text: String(status), sentence: `answered ${status}` };
  // Whoever is to answer is known from the start, but for what was brought in from a file.
  const isImported = source === null && delivery.state === 'complete';
  if (isImported && delivery.durationMs === null) return { text: '–', sentence: 'not answered' };
  const gone = delivery.state === 'aborted' || delivery.durationMs !== null;
  return gone
    ? { text: '–', sentence: 'never answered, the sender was gone' }
    : { text: '…', sentence: 'not answered yet' };
}

/** The row as a sentence, for screen readers. */
export function rowSentence(delivery: DeliverySummary, provider: string | null): string {
  const { bold, grey } = subjectOf(delivery);
  return [
    timeOfDay(delivery.receivedAt).slice(0, 8),
    delivery.method,
    grey === '' ? bold : `${bold} at ${grey}`,
    repeatWords(delivery),
    provider === null ? null : `from ${provider}`,
    verdictWords(delivery).sentence.replace(/\.$/, ''),
    answerWords(delivery).sentence,
    delivery.durationMs === null ? null : `took ${duration(delivery.durationMs)}`,
    delivery.label === null ? null : `labelled ${delivery.label}`,
    delivery.note === null ? null : 'with a note',
    delivery.pinned ? 'pinned' : null,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}
