// JSON lines: each record on its own, also beside one that is broken.

import { describe, expect, it } from 'vitest';
import {
  looksLikeJsonLines,
  reindentJsonLines,
} from '../../../src/renderer/viewers/json-lines-reindent.ts';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';

const reindent = (text: string) => runAtOnce(reindentJsonLines(text, 1000));

describe('reindentJsonLines', () => {
  it('indents every record, with the folds of each', () => {
    expect(reindent('{"a":1}\r\n\n[2]\n3')).toMatchObject({
      lines: ['{', '  "a": 1', '}', '[', '  2', ']', '3'],
      closes: [2, 0, 0, 5, 0, 0, 0],
      counts: [1, 0, 0, 1, 0, 0, 0],
      records: [0, 3, 6],
      bad: [],
    });
  });

  it('shows a line that is no JSON as it came and counts it', () => {
    expect(reindent('{"a":1}\noops {\n{"b":2}')).toMatchObject({
      lines: ['{', '  "a": 1', '}', 'oops {', '{', '  "b": 2', '}'],
      bad: [2],
    });
  });

  it('gives up on more lines than it may make', () => {
    expect(reindent('[1,2]\n'.repeat(1000))).toEqual({ kind: 'too-long' });
  });
});

describe('looksLikeJsonLines', () => {
  it.each([
    ['{"a":1}\n{"b":2}', true],
    ['[1]\n[2', true],
    ['{"a":1}\n', false],
    ['{\n{', false],
    ['{"a":1}\ntext', false],
  ])('%j: %s', (text, expected) => {
    expect(looksLikeJsonLines(text)).toBe(expected);
  });
});
