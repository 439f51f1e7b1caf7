// Colouring of single lines, hostile ones included.

import { describe, expect, it } from 'vitest';
import { jsonTokens } from '../../../../src/renderer/viewers/code/json-tokens.ts';

const kinds = (line: string) =>
  jsonTokens(line).map(({ from, to, kind }) => [line.slice(from, to), kind]);

describe('jsonTokens', () => {
  it('tells keys from strings, and numbers from literals', () => {
    expect(kinds('  "a\\"b": "c: d",')).toEqual([
      ['"a\\"b"', 'key'],
      [':', 'punctuation'],
      ['"c: d"', 'string'],
      [',', 'punctuation'],
    ]);
    expect(kinds('-1.5e+3')).toEqual([['-1.5e+3', 'number']]);
    expect(kinds('null')).toEqual([['null', 'literal']]);
    expect(kinds('},')).toEqual([
      ['}', 'punctuation'],
      [',', 'punctuation'],
    ]);
  });

  it('leaves a huge line without colour', () => {
    expect(jsonTokens(`"${'x'.repeat(5_000_000)}"`)).toEqual([]);
  });

  it('does not hang on a string that never ends', () => {
    expect(jsonTokens(`"${'\\'.repeat(19_001)}`)).toEqual([]);
  });
});
