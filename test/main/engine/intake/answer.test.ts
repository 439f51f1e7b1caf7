// What the provider will be answered, decided from the endpoint, the handshake and the pause.

import { describe, expect, it } from 'vitest';
import { DEFAULT_ENDPOINT } from '../../../../src/main/engine/endpoints/records.ts';
import { planAnswer } from '../../../../src/main/engine/intake/answer.ts';
import type { Endpoint, RespondRule } from '../../../../src/shared/model.ts';

const respond: RespondRule = {
  mode: 'forward',
  status: 202,
  headers: [['X-A', 'b']],
  body: 'fixed',
  delayMs: 5,
};
const endpoint = (fields: Partial<Endpoint> = {}): Endpoint => ({
  ...DEFAULT_ENDPOINT,
  respond,
  ...fields,
});
const fixed = { source: 'canned', status: 202, headers: [['X-A', 'b']], body: 'fixed', delayMs: 5 };
const handshake = { status: 200, headers: [], body: 'abc123' };
const forwardTo = 'http://localhost:3000';

describe('planAnswer', () => {
  it('passes the destination’s answer on where there is a destination', () => {
    expect(planAnswer(endpoint({ forwardTo }), null, false)).toEqual({
      kind: 'forward',
      forwardTo,
    });
  });

  it('gives the fixed answer where there is none', () => {
    expect(planAnswer(endpoint(), null, false)).toEqual({
      kind: 'fixed',
      answer: fixed,
      forwardTo: null,
    });
  });

  it('gives the fixed answer at once and forwards beside it, when told so', () => {
    const canned = endpoint({ forwardTo, respond: { ...respond, mode: 'canned' } });
    expect(planAnswer(canned, null, false)).toEqual({ kind: 'fixed', answer: fixed, forwardTo });
  });

  it('answers a handshake itself, whatever the endpoint says', () => {
    expect(planAnswer(endpoint({ forwardTo }), handshake, false)).toMatchObject({
      kind: 'fixed',
      answer: { source: 'handshake', status: 200, body: 'abc123', delayMs: 0 },
      forwardTo: null,
    });
  });

  it('turns everything away while paused', () => {
    expect(planAnswer(endpoint({ forwardTo }), null, true)).toMatchObject({
      kind: 'fixed',
      answer: { source: 'hookglass', status: 503 },
      forwardTo: null,
    });
  });

  it('answers a handshake while paused too, or the provider would give the URL up', () => {
    expect(planAnswer(endpoint({ forwardTo }), handshake, true)).toMatchObject({
      kind: 'fixed',
      answer: { source: 'handshake', status: 200, body: 'abc123' },
      forwardTo: null,
    });
  });
});
