import { describe, expect, it } from 'vitest';
import {
  answerWords,
  rowSentence,
  statusTone,
  subjectOf,
} from '../../../src/renderer/lib/row-words.ts';
import { delivery } from '../state/listed-host.ts';

describe('a row in words', () => {
  it('is about its event type, or its path where there is none', () => {
    const paid = delivery(1, { eventType: 'invoice.paid', target: '/stripe' });
    expect(subjectOf(paid)).toEqual({ bold: 'invoice.paid', grey: '/stripe' });
    expect(subjectOf(delivery(1, { target: '/x' }))).toEqual({ bold: '/x', grey: '' });
    expect(subjectOf(delivery(1, { target: '' })).bold).toBe('(no path)');
  });

  it.each([
    ['malformed', 'Not a request, Not valid HTTP: it could not be read as a request'],
    ['aborted', 'Incomplete headers, Cut off: the sender went away before the end'],
  ] as const)('has a name also where its first line was never seen: %s', (state, sentence) => {
    const nameless = delivery(1, { state, method: '', target: '', eventType: null });
    expect(subjectOf(nameless)).toEqual({ bold: sentence.split(',')[0], grey: '' });
    expect(rowSentence(nameless, null)).toContain(`, ${sentence}, `);
  });

  it('tells an answer that is still to come from one that never came', () => {
    const none = { status: null, source: 'forward' } as const;
    const waiting = delivery(1, { response: none, durationMs: null });
    expect(answerWords(waiting).sentence).toBe('not answered yet');
    expect(answerWords({ ...waiting, state: 'aborted' }).sentence).toContain('never answered');
    const imported = { ...waiting, response: { status: null, source: null } };
    expect(answerWords(imported).sentence).toBe('not answered');
    expect(answerWords(delivery(1)).text).toBe('200');
  });

  it.each([
    [200, 'ok'],
    [204, 'ok'],
    [302, 'plain'],
    [404, 'warn'],
    [502, 'bad'],
  ] as const)('has the tone of its answer: %i is %s', (status, tone) => {
    expect(statusTone(status)).toBe(tone);
  });

  it('can be read out as one sentence', () => {
    const local = new Date(2026, 10, 22, 14, 2, 31).toISOString();
    const row = delivery(1, {
      receivedAt: local,
      eventType: 'certificate.minted',
      target: '/pocketbook',
      verdict: { status: 'failed', reason: 'timestamp-stale' },
      response: { status: 401, source: 'canned' },
      durationMs: 412,
      pinned: true,
    });
    expect(rowSentence(row, 'Pocketbook')).toBe(
      '14:02:31, POST, certificate.minted at /pocketbook, from Pocketbook, Failed: the timestamp is too old, answered 401, took 412 ms, pinned',
    );
  });
});
