// Documents are the text, cut into lines that an editor can lay out, and nothing else.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodeDocument,
  documentLine,
  documentOfLines,
  documentOfText,
  MAX_LINES,
  textBetween,
  textLineNumber,
} from '../../../../src/renderer/viewers/code/code-document.ts';
import { LONGEST_LINE } from '../../../../src/renderer/viewers/code/line-splits.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

const ofText = (text: string): CodeDocument => runAtOnce(documentOfText(text));
const wholeOf = (document: CodeDocument) => textBetween(document, 0, document.text.length);

describe('documentOfText', () => {
  it('parts lines at line feeds only, so that carriage returns are kept', () => {
    const { text } = ofText('a\r\nb\rc\n');
    expect(text.lines).toBe(3);
    expect(text.line(1).text).toBe('a\r');
    expect(text.toString()).toBe('a\r\nb\rc\n');
  });

  it('gives back every text as it was, long lines included', () => {
    const piece = fc.constantFrom(
      '',
      'a',
      '\r',
      '\u2028',
      '\ud800',
      '😀'.repeat(1500),
      'x'.repeat(4001),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(piece, { maxLength: 8 }), (a, b) => {
        const source = `${a.join('\n')}${b.join('')}`;
        expect(wholeOf(ofText(source))).toBe(source);
      }),
    );
  });

  it('joins the pieces of a long text without adding or losing a line', () => {
    const source = Array.from({ length: 50_000 }, (_, i) => `line ${i}`).join('\n');
    const { text, lineCount, cut } = ofText(source);
    expect([text.lines, lineCount, cut]).toEqual([50_000, 50_000, false]);
    expect(text.toString()).toBe(source);
    expect(ofText('\n'.repeat(16_384)).text.lines).toBe(16_385);
  });

  it('stops at a million lines and says so', () => {
    const { lineCount, cut } = ofText('\n'.repeat(MAX_LINES + 5));
    expect([lineCount, cut]).toEqual([MAX_LINES, true]);
  });

  it('lays out no line longer than an editor can take', () => {
    const { text, lineCount } = ofText('x'.repeat(5_000_000));
    expect(lineCount).toBe(1);
    expect(Math.max(...[1, 1000, text.lines].map((n) => text.line(n).length))).toBe(LONGEST_LINE);
  });

  it('makes room for other work within a single line', () => {
    const work = documentOfText('x'.repeat(20 * 1024 * 1024));
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThanOrEqual(19);
  });
});

describe('line numbers', () => {
  const document = ofText(`a\n${'b'.repeat(LONGEST_LINE * 2 + 1)}\nc`);

  it('are those of the text; a line that goes on has none', () => {
    expect([1, 2, 3, 4, 5].map((line) => textLineNumber(document, line))).toEqual([
      1,
      2,
      null,
      null,
      3,
    ]);
  });

  it('find their line in the document', () => {
    expect([1, 2, 3].map((line) => documentLine(document, line))).toEqual([1, 2, 5]);
    expect(documentLine(document, 4)).toBeGreaterThan(document.text.lines);
  });
});

describe('documentOfLines', () => {
  it('joins all lines', () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => String(i));
    expect(runAtOnce(documentOfLines(lines)).text.toString()).toBe(lines.join('\n'));
  });

  it('is one empty line for none', () => {
    expect(runAtOnce(documentOfLines([])).text.lines).toBe(1);
  });
});
