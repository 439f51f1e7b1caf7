// What is copied of a comparison.

import { describe, expect, it } from 'vitest';
import {
  bytesText,
  differencesText,
  linesText,
  valuesText,
} from '../../../../src/renderer/screens/compare/differences-text.ts';
import { diffHeaders } from '../../../../src/renderer/screens/compare/header-diff.ts';
import { diffJson } from '../../../../src/renderer/screens/compare/json-diff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the differences as text', () => {
  it('tell first lines, headers and bodies apart, the left side with a minus', () => {
    const headers = diffHeaders(
      [
        ['A', '1'],
        ['X-Old', 'o'],
        ['B', 'same'],
        ['C', 'same'],
      ],
      [
        ['C', 'same'],
        ['a', '1'],
        ['B', 'same'],
        ['X-New', 'n'],
      ],
    );
    const text = differencesText({
      left: { title: 'invoice.paid, 14:02', line: 'POST /a' },
      right: { title: 'invoice.paid, 14:03', line: 'POST /b' },
      headers,
      body: 'of the body',
    });
    expect(text).toBe(`--- invoice.paid, 14:02
+++ invoice.paid, 14:03

First line
- POST /a
+ POST /b

Headers
- A: 1
+ a: 1
- X-Old: o
+ X-New: n
  C: same (in another place)

Body
of the body
`);
  });

  it('say what is the same, and that the bodies are still being compared', () => {
    const side = { title: 'a', line: '200' };
    const text = differencesText({ left: side, right: side, headers: [], body: null });
    expect(text).toContain('The first line is the same: 200\n\nThe headers are the same.\n');
    expect(text).toContain('still being compared');
  });

  it('list values under their paths, each line of a long one marked', () => {
    const limits = { maxRows: 3, maxText: 100 };
    const left = { a: 1, b: { c: [1] }, gone: true };
    const diff = diffJson(left, { a: 2, b: { c: [1, { d: 2 }] }, z: 0 }, limits);
    expect(valuesText(diff)).toBe(
      'a\n- 1\n+ 2\nb.c[1]\n+ {\n+   "d": 2\n+ }\ngone\n- true\nThere are more differences.',
    );
    expect(valuesText({ rows: [], more: false })).toContain('The values are the same');
  });

  it('list lines as a patch does, and bytes in hexadecimal', () => {
    const changes = [
      { at: 3, left: 'a\nb', right: 'c' },
      { at: null, left: '', right: 'new' },
    ];
    expect(linesText(changes)).toBe('Line 3\n- a\n- b\n+ c\n…\n+ new');
    const sides = { left: bytes('{}'), right: bytes('{}\r\n') };
    expect(bytesText('Where.', sides, { before: 2, after: 0 })).toBe('Where.\n+ 0D 0A');
    const long = { left: bytes(''), right: bytes('x'.repeat(100)) };
    expect(bytesText('Where.', long, { before: 0, after: 0 })).toMatch(/ 78 …$/);
  });
});
