// What is seen of a large body before all of it is there.

import { expect, it } from 'vitest';
import { beginningLines } from '../../../src/renderer/viewers/beginning-lines.ts';
import { createContent } from '../../../src/renderer/viewers/content.ts';

const content = (text: string) =>
  createContent(Uint8Array.from(new TextEncoder().encode(text)), null);

it('shows JSON on lines, text as it came and bytes as rows', () => {
  expect(beginningLines(content('{"a":1,"b":{"c'), 'json')).toEqual([
    '{',
    '  "a": 1,',
    '  "b": {',
    '    "c',
  ]);
  expect(beginningLines(content('one\ntwo'), 'text')).toEqual(['one', 'two']);
  expect(beginningLines(content('0123456789'), 'hex')).toEqual([
    '00000000  30 31 32 33 34 35 36 37  01234567',
    '00000008  38 39                    89',
  ]);
});

it('takes only as much as a screen shows, and leaves out half a character', () => {
  expect(beginningLines(content('x\n'.repeat(100_000)), 'text')).toHaveLength(120);
  const [line] = beginningLines(content('€'.repeat(10_000)), 'text');
  expect(line).toMatch(/^€{5461}$/);
});
