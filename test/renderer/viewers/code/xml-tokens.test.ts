// The colours of a line of pretty-printed XML.

import { describe, expect, it } from 'vitest';
import { xmlTokens } from '../../../../src/renderer/viewers/code/xml-tokens.ts';

describe('xmlTokens', () => {
  it('tells names, attributes, values and brackets apart', () => {
    const line = '  <item id="1">Tea = "2"</item>';
    const shown = xmlTokens(line).map(({ from, to, kind }) => [line.slice(from, to), kind]);
    expect(shown).toEqual([
      ['<', 'punctuation'],
      ['item', 'literal'],
      ['id', 'key'],
      ['"1"', 'string'],
      ['>', 'punctuation'],
      ['</', 'punctuation'],
      ['item', 'literal'],
      ['>', 'punctuation'],
    ]);
  });

  it('takes a comment as one', () => {
    expect(xmlTokens('<!-- <a b="c"> -->')).toEqual([{ from: 0, to: 18, kind: 'punctuation' }]);
  });
});
