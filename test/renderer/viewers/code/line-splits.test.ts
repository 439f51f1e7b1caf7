// Cuts in long lines are bookkeeping: every position finds its way to the text and back.

import { describe, expect, it } from 'vitest';
import {
  documentPosition,
  isSplit,
  LONGEST_LINE,
  pieceEnd,
  splitsBefore,
} from '../../../../src/renderer/viewers/code/line-splits.ts';

function splitLine(line: string): string[] {
  const pieces: string[] = [];
  for (let at = 0, end = -1; end < line.length; at = end) {
    end = pieceEnd(line, at);
    pieces.push(line.slice(at, end));
  }
  return pieces;
}

describe('pieceEnd', () => {
  it('leaves ordinary lines whole', () => {
    expect(splitLine('')).toEqual(['']);
    expect(splitLine('x'.repeat(LONGEST_LINE))).toHaveLength(1);
  });

  it('cuts long lines without losing a character', () => {
    const line = Array.from({ length: 5000 }, (_, i) => String(i)).join(',');
    const pieces = splitLine(line);
    expect(pieces.join('')).toBe(line);
    expect(Math.max(...pieces.map(({ length }) => length))).toBe(LONGEST_LINE);
  });

  it('never cuts a character in two, and comes to an end on lone surrogates', () => {
    const pieces = splitLine(`a${'😀'.repeat(LONGEST_LINE)}`);
    for (const piece of pieces) expect(encodeURIComponent(piece)).not.toBe('');
    expect(splitLine('\ud83d'.repeat(3 * LONGEST_LINE)).join('')).toHaveLength(3 * LONGEST_LINE);
  });
});

describe('positions', () => {
  // The text "abcdefg" shown as "abc", "def", "g": breaks at 3 and 7.
  const splits = [3, 7];

  it('of the text are moved behind the cuts before them', () => {
    expect([0, 2, 3, 5, 6].map((at) => documentPosition(splits, at))).toEqual([0, 2, 4, 6, 8]);
  });

  it('of cuts are known as such', () => {
    expect([2, 3, 4, 7].map((at) => isSplit(splits, at))).toEqual([false, true, false, true]);
    expect([0, 3, 4, 8].map((at) => splitsBefore(splits, at))).toEqual([0, 0, 1, 2]);
  });
});
