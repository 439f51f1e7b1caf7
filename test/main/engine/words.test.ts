// Sizes and durations as people read them.

import { describe, expect, it } from 'vitest';
import { durationInWords, sizeInWords } from '../../../src/main/engine/words.ts';

describe('sizeInWords', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1024, '1 KiB'],
    [1536, '1.5 KiB'],
    [26_214_400, '25 MiB'],
  ])('says %i bytes as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});

describe('durationInWords', () => {
  it.each([
    [250, '250 ms'],
    [1000, '1 s'],
    [1500, '1.5 s'],
    [90_000, '90 s'],
    [600_000, '10 minutes'],
  ])('says %i ms as %s', (ms, words) => {
    expect(durationInWords(ms)).toBe(words);
  });
});
