// Search in a body: literal, case ignored, bounded.

import { describe, expect, it } from 'vitest';
import {
  documentOfLines,
  textBetween,
} from '../../../../src/renderer/viewers/code/code-document.ts';
import { findInText } from '../../../../src/renderer/viewers/code/find-in-text.ts';
import { type Found, MAX_MATCHES, matchFrom } from '../../../../src/renderer/viewers/find/found.ts';
import { compilePattern, type Pattern } from '../../../../src/renderer/viewers/find/pattern.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

const documentOf = (lines: string[]) => runAtOnce(documentOfLines(lines));
async function patternOf(text: string): Promise<Pattern> {
  const pattern = await compilePattern({
    ...{ text, matchCase: false, wholeWord: false, regex: false, hex: false },
  });
  if (pattern.kind === 'mistake') throw new Error(pattern.message);
  return pattern;
}

const find = async (lines: string[], query: string): Promise<Found> =>
  runAtOnce(findInText(documentOf(lines), await patternOf(query)));

describe('findInText', () => {
  it('finds every place, case ignored', async () => {
    expect(await find(['Invoice paid', '', 'the invoice'], 'inVOICE')).toEqual({
      starts: [0, 18],
      ends: [7, 25],
      more: false,
    });
  });

  it('takes the query literally', async () => {
    expect((await find(['a.b a+b (a|b) [a-b] \\ $^ {1}'], 'a.b')).starts).toEqual([0]);
    for (const query of ['a+b', '(a|b)', '[a-b]', '\\', '$^', '{1}', '/']) {
      expect((await find([`x${query}`], query)).starts).toEqual([1]);
    }
  });

  it('finds nothing for nothing', async () => {
    expect((await find(['abc'], '')).starts).toEqual([]);
  });

  it('keeps positions right after characters whose case has another length', async () => {
    expect((await find(['İİ end'], 'END')).starts).toEqual([3]);
  });

  it('finds what a cut in a long line goes through', async () => {
    const filler = 'x'.repeat(1998);
    const document = documentOf([`${filler}needle${filler}needle`, 'needle']);
    const { starts, ends } = runAtOnce(findInText(document, await patternOf('NEEDLE')));
    expect(starts).toHaveLength(3);
    for (const [i, start] of starts.entries()) {
      expect(textBetween(document, start, ends[i]!)).toBe('needle');
    }
  });

  it('finds what stands between two windows of one very long line, once', async () => {
    const document = documentOf([`${'x'.repeat(263_997)}needle${'x'.repeat(300_000)}`]);
    const { starts, ends } = runAtOnce(findInText(document, await patternOf('needle')));
    expect(starts).toHaveLength(1);
    expect(textBetween(document, starts[0]!, ends[0]!)).toBe('needle');
  });

  it('stops counting at 10,000', async () => {
    const found = await find(['a'.repeat(MAX_MATCHES + 5)], 'a');
    expect([found.starts.length, found.more]).toEqual([MAX_MATCHES, true]);
  });
});

describe('matchFrom', () => {
  const found: Found = { starts: [2, 5, 9], ends: [3, 6, 10], more: false };

  it('is the first match at or after a position, and the first of all past the last', () => {
    expect([0, 2, 3, 9, 10].map((at) => matchFrom(found, at))).toEqual([0, 0, 1, 2, 0]);
    expect(matchFrom({ ...found, starts: [] }, 4)).toBe(0);
  });
});
