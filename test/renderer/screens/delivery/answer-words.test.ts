// Who answered what, and whether it was in time.

import { describe, expect, it } from 'vitest';
import {
  answerStatement,
  answerTime,
  answerTrouble,
  lateBy,
  lateStatement,
} from '../../../../src/renderer/screens/delivery/answer-words.ts';
import { attempt, delivery, provider } from './fixtures.ts';

const late = delivery({
  timing: { bodyMs: 1, verifiedMs: 1, committedMs: 2, answeredMs: 31_200 },
  durationMs: 31_200,
});

describe('answerTime', () => {
  it('compares the time with what the provider gives', () => {
    expect(answerTime(delivery(), provider)).toBe('answered in 412 ms, Pocketbook gives 30 s');
    expect(answerTime(late, provider)).toBe(
      'answered in 31 s, 1.2 s later than the 30 s that Pocketbook gives',
    );
    expect(answerTime(delivery(), null)).toBe('answered in 412 ms');
    expect(answerTime(delivery(), { ...provider, deadlineSeconds: null })).toBe(
      'answered in 412 ms',
    );
  });

  it('says when there was no answer, or none yet', () => {
    const none = { timing: { ...delivery().timing, answeredMs: null }, durationMs: null };
    expect(answerTime(delivery(none), provider)).toBe('not answered yet');
    expect(answerTime(delivery({ ...none, state: 'aborted' }), provider)).toBe('not answered');
  });
});

describe('lateStatement', () => {
  it('says how late it was and what follows', () => {
    expect(lateBy(late, provider)).toBe(1200);
    expect(lateStatement(late, provider)?.text).toBe(
      'Answered in 31 s; Pocketbook gives 30 s, so it will send this again. Retries: with growing pauses.',
    );
    const once = { ...provider, retries: 'None.' };
    expect(lateStatement(late, once)?.text).toBe(
      'Answered in 31 s; Pocketbook gives 30 s, so it takes the delivery for failed. Retries: None.',
    );
    expect(lateStatement(delivery(), provider)).toBeNull();
    expect(lateStatement(late, null)).toBeNull();
  });
});

describe('answerStatement', () => {
  it("tells the server's answer", () => {
    expect(answerStatement(delivery(), provider)).toEqual({
      tone: 'ok',
      text: 'Your server answered 200 within 402 ms.',
    });
    const failed = delivery({ response: { status: 500, source: 'forward' } });
    expect(answerStatement(failed, provider)).toEqual({
      tone: 'bad',
      text: 'Your server answered 500 within 402 ms. Pocketbook takes that for a failure.',
    });
    const redirect = delivery({ response: { status: 302, source: 'forward' } });
    expect(answerStatement(redirect, null)).toMatchObject({ tone: 'warn' });
  });

  it('tells why the server was not reached', () => {
    const refused = attempt({
      outcome: 'failure',
      status: null,
      failure: { code: 'refused', message: 'Nothing is listening on localhost:3000' },
    });
    const unreached = delivery({
      response: { status: 502, source: 'hookglass' },
      attempts: [refused],
    });
    expect(answerStatement(unreached, provider).text).toBe(
      'Nothing is listening on localhost:3000. Hookglass answered 502 after 412 ms. Pocketbook takes that for a failure.',
    );
    expect(answerTrouble(unreached, provider)).toBe('your server could not be reached');
  });

  it('tells a canned answer and the copy beside it', () => {
    const canned = delivery({ response: { status: 200, source: 'canned' } });
    expect(answerStatement(canned, provider)).toEqual({
      tone: 'ok',
      text: 'Hookglass answered 200 after 412 ms, as this endpoint is set to. Your server got it too and answered 200.',
    });
  });

  it('tells a handshake, a pending answer and a sender who is gone', () => {
    const handshake = delivery({ response: { status: 200, source: 'handshake' } });
    expect(answerStatement(handshake, provider).text).toMatch(/handshake itself, with 200/);
    const open = { response: { status: null, source: 'forward' as const }, durationMs: null };
    const pending = delivery({
      ...open,
      attempts: [attempt({ outcome: 'pending', status: null })],
    });
    expect(answerStatement(pending, provider).text).toBe(
      'Your server has it and has not answered yet.',
    );
    expect(answerStatement(delivery({ ...open, state: 'aborted' }), provider).text).toBe(
      'The sender was gone before it could be answered.',
    );
  });
});

describe('answerTrouble', () => {
  it('is nothing when all went well, and names what did not', () => {
    expect(answerTrouble(delivery(), provider)).toBeNull();
    expect(answerTrouble(late, provider)).toBe('answered 1.2 s too late');
    const failed = delivery({ response: { status: 500, source: 'forward' } });
    expect(answerTrouble(failed, provider)).toBe('your server answered 500');
  });
});
