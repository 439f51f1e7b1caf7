import { describe, expect, it } from 'vitest';
import {
  groupWords,
  likenessWord,
  likenessWords,
  sameBodyWords,
} from '../../../../src/renderer/screens/delivery/group-words.ts';
import { delivery } from './fixtures.ts';

const group = ['a', 'b', 'c'].map((id, index) => ({
  ...{ id, receivedAt: '2026-11-22T14:02:31.482Z', ordinal: index + 1, bodySize: 612 },
  ...{ verdict: 'verified' as const, responseStatus: 200 },
}));

describe('the deliveries of a message in words', () => {
  it('say which one is open, how long it came after the one before, and how many came later', () => {
    expect(groupWords(delivery({ id: 'a', group }))).toBe('1st delivery; 2 more came later');
    const redelivery = (ordinal: number) => ({ ordinal, sinceMs: 40_000, firstId: 'a' });
    expect(groupWords(delivery({ id: 'b', group, redelivery: redelivery(2) }))).toBe(
      '2nd delivery, 40 s after the 1st; 1 more came later',
    );
    expect(groupWords(delivery({ id: 'c', group, redelivery: redelivery(3) }))).toBe(
      '3rd delivery, 40 s after the 2nd',
    );
  });

  it.each([
    ['same', 'Same bytes as the 2nd', 'same body'],
    ['other', 'Other body than the 2nd', 'other body'],
    ['as-long', 'As long a body as the 2nd', 'as long'],
    [undefined, '', ''],
  ] as const)('claim of a body only what is known: %s', (likeness, sentence, word) => {
    expect(likenessWords(likeness, 2)).toBe(sentence);
    expect(likenessWord(likeness)).toBe(word);
  });
});

describe('a body that came before, in words', () => {
  const open = delivery({ receivedAt: '2026-11-22T14:02:31.482Z' });

  it('says when it was, and how much earlier', () => {
    const words = sameBodyWords(open, { receivedAt: '2026-11-22T14:01:51.482Z' });
    expect(words).toMatch(/^At \d\d:01:51, 40 s earlier$/);
  });

  it('says when that delivery is gone', () => {
    expect(sameBodyWords(open, null)).toBe('The earlier delivery is not kept any more');
  });
});
