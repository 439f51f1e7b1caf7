import { describe, expect, it } from 'vitest';
import { ordinalWord, repeatNote, repeatWords } from '../../../src/renderer/lib/repeat-words.ts';

describe('what a delivery repeats, in words', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [112, '112th'],
    [1002, '1002nd'],
  ])('counts %i as %s', (value, word) => {
    expect(ordinalWord(value)).toBe(word);
  });

  it('says which time it came, and how long after the time before', () => {
    const redelivery = { ordinal: 3, sinceMs: 40_000, firstId: 'dlv_1' };
    const repeated = { redelivery, sameBodyAs: null };
    expect(repeatWords(repeated)).toBe('3rd delivery, 40 s after the 2nd');
    expect(repeatNote(repeated)?.join('')).toBe('3rd delivery, 40 s later');
  });

  it('marks a body that came before under another id, and nothing else', () => {
    expect(repeatWords({ redelivery: null, sameBodyAs: 'dlv_1' })).toBe('same body as one before');
    expect(repeatNote({ redelivery: null, sameBodyAs: 'dlv_1' })?.join('')).toBe(
      'same body as one before',
    );
    expect(repeatWords({ redelivery: null, sameBodyAs: null })).toBeNull();
    expect(repeatNote({ redelivery: null, sameBodyAs: null })).toBeNull();
  });
});
