// Searching among bytes, as text and in hexadecimal.

import { describe, expect, it } from 'vitest';
import { bytePattern, findInBytes } from '../../../../src/renderer/viewers/find/find-in-bytes.ts';
import type { FindQuery } from '../../../../src/renderer/viewers/find/pattern.ts';
import { runAtOnce } from '../../../../src/renderer/viewers/sliced.ts';

const plain: FindQuery = {
  ...{ text: '', matchCase: false, wholeWord: false, regex: false, hex: false },
};

function starts(bytes: Uint8Array, query: Partial<FindQuery>): number[] {
  const pattern = bytePattern({ ...plain, ...query });
  if (pattern.kind === 'mistake') throw new Error(pattern.message);
  return runAtOnce(findInBytes(bytes, pattern)).starts;
}

describe('findInBytes', () => {
  const bytes = Uint8Array.from(Buffer.from('Abc\r\nabcé\0ABC', 'utf8'));

  it('finds a text, ASCII case ignored unless it counts', () => {
    expect(starts(bytes, { text: 'abc' })).toEqual([0, 5, 11]);
    expect(starts(bytes, { text: 'abc', matchCase: true })).toEqual([5]);
    expect(starts(bytes, { text: 'cé' })).toEqual([7]);
  });

  it.each(['0d 0a', '0D0A', '0x0d0a', '0d:0a'])('finds the bytes %s', (text) => {
    expect(starts(bytes, { text, hex: true })).toEqual([3]);
  });

  it('says what is wrong with bytes', () => {
    expect(bytePattern({ ...plain, text: '0g', hex: true }).kind).toBe('mistake');
    expect(bytePattern({ ...plain, text: '0d0', hex: true }).kind).toBe('mistake');
  });

  it('counts no overlapping matches, stops at 10,000, and makes room for other work', () => {
    expect(starts(new Uint8Array(5).fill(0x61), { text: 'aa' })).toEqual([0, 2]);
    const many = new Uint8Array(1_000_000);
    expect(starts(many, { text: '00', hex: true })).toHaveLength(10_000);
    const pattern = bytePattern({ ...plain, text: `${'00'.repeat(500)}01`, hex: true });
    if (pattern.kind === 'mistake') throw new Error(pattern.message);
    const work = findInBytes(many, pattern);
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThan(1000);
  });
});
