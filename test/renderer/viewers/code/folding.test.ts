// What folds, told by the pretty-printer's table.

import { describe, expect, it } from 'vitest';
import {
  documentOfLines,
  textBetween,
} from '../../../../src/renderer/viewers/code/code-document.ts';
import { foldRange } from '../../../../src/renderer/viewers/code/folding.ts';
import { reindentJson } from '../../../../src/renderer/viewers/json-reindent.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

function setUp(json: string) {
  const table = runAtOnce(reindentJson(json, { maxLines: 1000, many: false }));
  if (table.kind !== 'pretty') throw new Error('not JSON');
  const document = runAtOnce(documentOfLines(table.lines));
  const folded = (line: number) => {
    const range = foldRange(document, table, line);
    return range === null ? null : textBetween(document, range.from, range.to);
  };
  return { folded, counts: table.counts };
}

describe('foldRange', () => {
  it('is what stands between a bracket and the one that closes it', () => {
    const { folded, counts } = setUp('{"a":[1,{"b":2}],"c":{}}');
    expect(folded(2)).toBe('\n    1,\n    {\n      "b": 2\n    }\n  ');
    expect(folded(4)).toBe('\n      "b": 2\n    ');
    expect(counts.slice(0, 4)).toEqual([2, 2, 0, 1]);
  });

  it('is nothing on lines that open nothing, and outside the document', () => {
    const { folded } = setUp('{"a":1,"c":{}}');
    expect([2, 3, 4, 99].map(folded)).toEqual([null, null, null, null]);
  });

  it('begins behind the bracket also where a long key was cut', () => {
    const key = 'k'.repeat(5000);
    const { folded } = setUp(`{"${key}":{"${key}":1},"z":[2]}`);
    expect(folded(2)).toBe(`\n    "${key}": 1\n  `);
    expect(folded(5)).toBe('\n    2\n  ');
  });
});
