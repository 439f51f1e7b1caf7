// Documents are the text, cut into lines and nothing else.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentOfLines,
  documentOfText,
} from '../../../../src/renderer/viewers/code/code-document.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

const ofText = (text: string) => runAtOnce(documentOfText(text));

describe('documentOfText', () => {
  it('parts lines at line feeds only, so that carriage returns are kept', () => {
    const { text } = ofText('a\r\nb\rc\n');
    expect(text.lines).toBe(3);
    expect(text.line(1).text).toBe('a\r');
    expect(text.toString()).toBe('a\r\nb\rc\n');
  });

  it('keeps every text as it is', () => {
    const lines = fc.array(fc.constantFrom('', 'a', '\r', 'line', '\u2028', '\ud800'));
    fc.assert(
      fc.property(lines, (parts) => {
        const source = parts.join('\n');
        expect(ofText(source).text.toString()).toBe(source);
      }),
    );
  });

  it('joins the pieces of a long text without adding or losing a line', () => {
    const source = Array.from({ length: 50_000 }, (_, i) => `line ${i}`).join('\n');
    const { text, cut } = ofText(source);
    expect([text.lines, cut]).toEqual([50_000, false]);
    expect(text.toString()).toBe(source);
    const withEnd = ofText('\n'.repeat(16_384));
    expect(withEnd.text.lines).toBe(16_385);
  });

  it('stops at two million lines and says so', () => {
    const { text, cut } = ofText('\n'.repeat(2_100_000));
    expect([text.lines, cut]).toEqual([2_015_232, true]);
  });
});

describe('documentOfLines', () => {
  it('joins all lines', () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => String(i));
    const { text } = runAtOnce(documentOfLines(lines));
    expect(text.toString()).toBe(lines.join('\n'));
  });

  it('is one empty line for none', () => {
    expect(runAtOnce(documentOfLines([])).text.lines).toBe(1);
  });
});
