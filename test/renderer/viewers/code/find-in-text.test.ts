// Search in a body: literal, case ignored, bounded.

import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import {
  type Found,
  findInText,
  MAX_MATCHES,
  matchFrom,
} from '../../../../src/renderer/viewers/code/find-in-text.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

const find = (lines: string[], query: string): Found =>
  runAtOnce(findInText(Text.of(lines), query));

describe('findInText', () => {
  it('finds every place, case ignored', () => {
    expect(find(['Invoice paid', '', 'the invoice'], 'inVOICE')).toEqual({
      starts: [0, 18],
      length: 7,
      more: false,
    });
  });

  it('takes the query literally', () => {
    expect(find(['a.b a+b (a|b) [a-b] \\ $^ {1}'], 'a.b').starts).toEqual([0]);
    for (const query of ['a+b', '(a|b)', '[a-b]', '\\', '$^', '{1}', '/']) {
      expect(find([`x${query}`], query).starts).toEqual([1]);
    }
  });

  it('finds nothing for nothing', () => {
    expect(find(['abc'], '').starts).toEqual([]);
  });

  it('keeps positions right after characters whose case has another length', () => {
    expect(find(['İİ end'], 'END').starts).toEqual([3]);
  });

  it('stops counting at 10,000', () => {
    const found = find(['a'.repeat(MAX_MATCHES + 5)], 'a');
    expect([found.starts.length, found.more]).toEqual([MAX_MATCHES, true]);
  });
});

describe('matchFrom', () => {
  const found: Found = { starts: [2, 5, 9], length: 1, more: false };

  it('is the first match at or after a position, and the first of all past the last', () => {
    expect([0, 2, 3, 9, 10].map((at) => matchFrom(found, at))).toEqual([0, 0, 1, 2, 0]);
    expect(matchFrom({ ...found, starts: [] }, 4)).toBe(0);
  });
});
