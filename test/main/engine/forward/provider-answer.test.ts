// What the provider is told when the destination failed, and what is passed on when it did not.

import { describe, expect, it } from 'vitest';
import {
  failureAnswer,
  passedOnHeaders,
} from '../../../../src/main/engine/forward/provider-answer.ts';
import type { FailureCode } from '../../../../src/shared/model.ts';

describe('failureAnswer', () => {
  it.each<[FailureCode, number]>([
    ['refused', 502],
    ['dns', 502],
    ['unreachable', 502],
    ['tls', 502],
    ['reset', 502],
    ['malformed-response', 502],
    ['unconfirmed', 502],
    ['interrupted', 502],
    ['body-gone', 502],
    ['timeout', 504],
  ])('tells the provider of %s with %i and plain words', (code, status) => {
    const answer = failureAnswer({ code, message: 'Nothing is listening on localhost:3000.' });
    expect(answer.status).toBe(status);
    expect(answer.headers).toEqual([['Content-Type', 'text/plain; charset=utf-8']]);
    expect(answer.body).toMatch(
      /^Hookglass received this request but could not forward it: .+\.\n$/,
    );
  });

  it('tells no address of this machine', () => {
    const answer = failureAnswer({
      code: 'refused',
      message: 'Nothing is listening on db.internal.',
    });
    expect(answer.body).not.toContain('db.internal');
  });

  it('has an answer when nothing is known', () => {
    expect(failureAnswer(null).status).toBe(502);
  });
});

describe('passedOnHeaders', () => {
  it('leaves out what is about one connection and keeps the rest in order', () => {
    expect(
      passedOnHeaders([
        ['X-B', '1'],
        ['Connection', 'keep-alive, x-hop'],
        ['Keep-Alive', 'timeout=5'],
        ['X-Hop', '1'],
        ['Transfer-Encoding', 'chunked'],
        ['set-cookie', 'a'],
        ['Set-Cookie', 'b'],
        ['Date', 'today'],
        ['Content-Length', '3'],
        ['Proxy-Authenticate', 'Basic'],
        ['X-B', '2'],
      ]),
    ).toEqual([
      ['X-B', '1'],
      ['set-cookie', 'a'],
      ['Set-Cookie', 'b'],
      ['Date', 'today'],
      ['Content-Length', '3'],
      ['X-B', '2'],
    ]);
  });
});
