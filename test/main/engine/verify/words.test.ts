// The small wordings of verdicts.

import { expect, it } from 'vitest';
import {
  abbreviate,
  durationWords,
  quotedList,
  wordList,
} from '../../../../src/main/engine/verify/words.ts';

it('cuts long wire text in the middle and leaves short text alone', () => {
  expect(abbreviate('sha256=abc')).toBe('sha256=abc');
  const long = `t=1672909660,v1=${'0123456789abcdef'.repeat(4)}`;
  expect(abbreviate(long)).toBe('t=1672909660,v1=0123456789abcdef0123…456789abcdef');
});

it.each([
  [0, '0 s'],
  [999, '0 s'],
  [61_000, '1 min 1 s'],
  [372_000, '6 min 12 s'],
  [3_600_000, '1 h'],
  [-3_661_000, '1 h 1 min'],
  [90_061_000, '1 d 1 h'],
  [86_400_000 * 365, '365 d'],
])('says %i ms as %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});

it('joins words as people do', () => {
  expect(wordList([], 'or')).toBe('');
  expect(wordList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(quotedList(['current', 'previous'])).toBe('"current" and "previous"');
});
