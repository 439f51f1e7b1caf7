// Pasted secrets: what is pointed out, and what trimming would leave.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretFlaw, trimSecret } from '../../../../src/renderer/screens/endpoints/secret-text.ts';

describe('a pasted secret', () => {
  it.each([
    ['whsec_abc '],
    [' whsec_abc'],
    ['whsec_abc\n'],
    ['\twhsec_abc\r\n'],
    ['"whsec_abc"'],
    ["'whsec_abc'"],
    ['`whsec_abc`'],
    ['\u201cwhsec_abc\u201d'],
    ['" whsec_abc "\n'],
    ['\ufeffwhsec_abc'],
    ['whsec\u200b_abc'],
  ])('with something around it (%j) is pointed out and can be cleaned', (pasted) => {
    expect(secretFlaw(pasted)?.trimmed).toBe('whsec_abc');
  });

  it.each([
    ['whsec_abc ', 'white space'],
    ['whsec_abc\n', 'line break'],
    ['"whsec_abc"', 'quotes'],
    ['\ufeffwhsec_abc', 'cannot be seen'],
    ['whsec abc', 'holds a space'],
    ['whsec\nabc', 'holds a line break'],
    ['" "', 'no secret'],
  ])('%j is described by what is wrong with it', (pasted, words) => {
    expect(secretFlaw(pasted)?.message).toContain(words);
  });

  it.each([[''], ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], ['a"b'], ['"'], ['\'x"']])(
    '%j is taken as it is',
    (pasted) => {
      expect(secretFlaw(pasted)).toBeNull();
    },
  );

  it('with a break or space inside is not guessed at', () => {
    expect(secretFlaw('one two')?.trimmed).toBeNull();
    expect(secretFlaw('one\ntwo')?.trimmed).toBeNull();
  });

  it('that is a PEM key may have many lines and a final line break', () => {
    const pem = '-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----';
    expect(secretFlaw(`${pem}\n`)).toBeNull();
    expect(secretFlaw(`"${pem}"`)?.trimmed).toBe(pem);
  });

  it('is clean once it was trimmed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = trimSecret(text);
        expect(trimSecret(once)).toBe(once);
        expect(secretFlaw(once)?.trimmed ?? null).toBeNull();
      }),
    );
  });
});
