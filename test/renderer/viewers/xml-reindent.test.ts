// Pretty-printed XML holds the sent tags and texts, in order, and nothing is ever resolved.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';
import { reindentXml } from '../../../src/renderer/viewers/xml-reindent.ts';

const reindent = (text: string, maxLines = 100_000) => runAtOnce(reindentXml(text, maxLines));

function lines(text: string): string[] {
  const result = reindent(text);
  if (result.kind !== 'pretty') throw new Error(JSON.stringify(result));
  return result.lines;
}

describe('reindentXml', () => {
  it('puts every element on a line of its own, and a text beside its tags', () => {
    const text =
      '<?xml version="1.0"?><order id="1" note="a>b"><item>Tea &amp; cake</item><!-- no --><empty/><list><i/></list></order>';
    expect(lines(text)).toEqual([
      '<?xml version="1.0"?>',
      '<order id="1" note="a>b">',
      '  <item>Tea &amp; cake</item>',
      '  <!-- no -->',
      '  <empty/>',
      '  <list>',
      '    <i/>',
      '  </list>',
      '</order>',
    ]);
  });

  it('says which line closes an element, and how many members it has', () => {
    expect(reindent('<a><b/><c><d/></c></a>')).toMatchObject({
      closes: [5, 0, 4, 0, 0, 0],
      counts: [2, 0, 1, 0, 0, 0],
    });
  });

  it('leaves entities and document types as they are written', () => {
    const type = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(lines(`${type}<a>&x;</a>`)).toEqual([type, '<a>&x;</a>']);
  });

  it.each([
    ['<a><b></a>', '</b> was expected before </a>', 7],
    ['<a>', '<a> is never closed', 1],
    ['</a>', '</a> closes nothing', 1],
    ['<a b="1', 'this tag is never closed', 1],
    ['<a><!-- x', 'this comment is never closed', 4],
    ['<a><1/></a>', 'a tag name was expected after <', 5],
    ['<!DOCTYPE a [', 'this declaration is never closed', 1],
  ])('finds the mistake in %s', (text, message, column) => {
    expect(reindent(text)).toMatchObject({ kind: 'mistake', message, line: 1, column });
  });

  it('takes 10,000 levels, and gives up on more lines than it may make', () => {
    expect(lines(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)).toHaveLength(19_999);
    expect(reindent('<a/>'.repeat(5000), 100)).toEqual({ kind: 'too-long' });
  });

  it('keeps every character that is not white space, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      'text',
      '<c/>',
      '\n',
      '<!--x-->',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const result = reindent(text);
        if (result.kind !== 'pretty') return;
        const bare = (value: string) => value.replaceAll(/\s/g, '');
        expect(bare(result.lines.join(''))).toBe(bare(text));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void reindent(text)));
  });
});
