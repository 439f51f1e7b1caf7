// Bytes that differ, told so that nobody has to guess what cannot be seen.

import { expect, it } from 'vitest';
import {
  aroundText,
  differenceWords,
  pieces,
} from '../../../../src/renderer/screens/delivery/excerpt-words.ts';
import type { Excerpt } from '../../../../src/shared/model.ts';

const shown = (hex: string) =>
  pieces(hex).map((piece) =>
    piece.kind === 'text' ? piece.text : `${piece.sign}|${piece.bytes.join(' ')}`,
  );

it.each([
  ['0a', ['↵|0A']],
  ['0d0a', ['␍|0D', '↵|0A']],
  ['0a2020', ['↵|0A', '␣|20 20']],
  ['efbbbf', ['BOM|EF BB BF']],
  ['2e30', ['.0']],
  ['612062', ['a', '␣|20', 'b']],
  ['c3a9', ['|C3 A9']],
  ['00', ['|00']],
])('the bytes %s are shown as %j', (hex, expected) => {
  expect(shown(hex)).toEqual(expected);
});

it('what stands around is on one line, with nothing hidden in it', () => {
  expect(aroundText('{\r\n\t"a": "\u202e"')).toBe('{␍↵⇥"a": "[U+202E]"');
});

const excerpt = (more: Partial<Excerpt>): Excerpt => ({
  ...{ at: 611, before: '}}', after: '', removed: '', added: '', more: false },
  ...more,
});

it.each<[Partial<Excerpt>, string]>([
  [{ added: '0a' }, 'At byte 612: line break (0A) was not signed, but came.'],
  [
    { removed: '2e30', more: true },
    'At byte 612: “.0” was signed, but did not come. It is not the only place.',
  ],
  [
    { at: 0, removed: 'c3a9', added: 'e9' },
    'At byte 1: 2 × byte (C3 A9) were signed, but did not come; byte (E9) was not signed, but came.',
  ],
  [{ added: '6120622063206420' }, 'At byte 612: 8 bytes were not signed, but came.'],
])('%j is said as “%s”', (more, words) => {
  expect(differenceWords(excerpt(more))).toBe(words);
});
