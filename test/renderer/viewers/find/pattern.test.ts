// Searching for words, by case, and by expressions that cannot be made to run for ever.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInPieces, type Piece } from '../../../../src/renderer/viewers/find/find-in-pieces.ts';
import {
  compilePattern,
  type FindQuery,
  type Pattern,
} from '../../../../src/renderer/viewers/find/pattern.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

const plain: FindQuery = {
  ...{ text: '', matchCase: false, wholeWord: false, regex: false, hex: false },
};

async function patternOf(query: Partial<FindQuery>): Promise<Pattern> {
  const pattern = await compilePattern({ ...plain, ...query });
  if (pattern.kind === 'mistake') throw new Error(pattern.message);
  return pattern;
}

async function matches(text: string, query: Partial<FindQuery>): Promise<string[]> {
  const pieces = text.split('\n').map((line) => ({ text: line, continues: false }));
  const { starts, ends } = runAtOnce(findInPieces(pieces, await patternOf(query)));
  return starts.map((start, index) => text.slice(start, ends[index]));
}

describe('compilePattern', () => {
  it('tells case apart when it is asked to', async () => {
    expect(await matches('Paid paid PAID', { text: 'paid' })).toHaveLength(3);
    expect(await matches('Paid paid PAID', { text: 'paid', matchCase: true })).toEqual(['paid']);
    const regex = { text: 'pa.d', regex: true };
    expect(await matches('Paid paid PAID', regex)).toHaveLength(3);
    expect(await matches('Paid paid PAID', { ...regex, matchCase: true })).toEqual(['paid']);
  });

  it('finds whole words only when it is asked to', async () => {
    const words = { text: 'id', wholeWord: true };
    expect(await matches('id paid id_2 "id" éid id', words)).toEqual(['id', 'id', 'id']);
    expect(await matches('a.b xa.b a.bx a.b', { text: 'a.b', wholeWord: true })).toHaveLength(2);
    expect(
      await matches('evt_12 xevt_3', { text: 'evt_\\d+', wholeWord: true, regex: true }),
    ).toEqual(['evt_12']);
  });

  it('matches expressions inside their lines, without empty matches', async () => {
    const text = 'evt_1 ev\nevt_22 😀evt_3';
    expect(await matches(text, { text: 'evt_\\d+', regex: true })).toEqual([
      'evt_1',
      'evt_22',
      'evt_3',
    ]);
    expect(await matches(text, { text: '^evt', regex: true })).toEqual(['evt', 'evt']);
    expect(await matches('aXb', { text: 'x*', regex: true })).toEqual(['X']);
  });

  it.each(['(x+x+)+y', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x|x)*y', '(?:x?){500}x{500}'])(
    'ends with %s, which freezes an engine that goes back',
    async (text) => {
      expect(
        await matches('x'.repeat(100_000), { text, regex: true, matchCase: true }),
      ).toHaveLength(text.includes('500') ? 100 : 0);
    },
  );

  it.each([
    ['(a', 'A parenthesis is never closed: (a'],
    ['a(?=b)', 'Look-around, back-references and this escape are not supported: (?='],
    ['(a)\\1', 'Look-around, back-references and this escape are not supported: \\1'],
    ['*', 'There is nothing before this sign that could repeat: *'],
    ['a{2000}', 'It repeats too often: 1,000 times at most: {2000}'],
  ])('says what is wrong with %s', async (text, message) => {
    expect(await compilePattern({ ...plain, text, regex: true })).toEqual({
      kind: 'mistake',
      message,
    });
  });

  it('answers any expression with a pattern or a mistake', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const pattern = await compilePattern({ ...plain, text, regex: true });
        if (pattern.kind === 'pattern') pattern.next('some text 123', 0);
      }),
    );
  });

  it('refuses what is too long to search for', async () => {
    expect(await compilePattern({ ...plain, text: 'x'.repeat(1001) })).toMatchObject({
      kind: 'mistake',
    });
  });
});

describe('findInPieces', () => {
  it('finds the same in a line however it is cut into pieces', async () => {
    const line = `${'ab '.repeat(12_000)}needle${' cd'.repeat(12_000)} needle`;
    for (const query of [
      { text: 'needle' },
      { text: 'ne+dle', regex: true },
      { text: 'needle', wholeWord: true },
    ]) {
      const pattern = await patternOf(query);
      const whole = runAtOnce(findInPieces([{ text: line, continues: false }], pattern));
      for (const size of [1999, 2000, 30_011]) {
        expect(runAtOnce(findInPieces(cut(line, size), pattern))).toEqual(whole);
      }
      expect(whole.starts).toEqual([36_000, line.length - 6]);
    }
  });

  it('does not take the beginning of a piece for the beginning of a line', async () => {
    const pieces = cut(`needle${'x'.repeat(70_000)}needle`, 2000);
    const pattern = await patternOf({ text: '^needle|\\bx', regex: true });
    expect(runAtOnce(findInPieces(pieces, pattern)).starts).toEqual([0]);
  });

  it('makes room for other work', async () => {
    const pieces = Array.from({ length: 100 }, () => ({
      text: 'y'.repeat(2000),
      continues: false,
    }));
    const work = findInPieces(pieces, await patternOf({ text: 'x' }));
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThanOrEqual(5);
  });
});

function cut(line: string, size: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < line.length; at += size) {
    pieces.push({ text: line.slice(at, at + size), continues: at + size < line.length });
  }
  return pieces;
}
