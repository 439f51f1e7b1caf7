// Bytes side by side: the part between what is the same at both ends.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBytes } from '../../../../src/renderer/screens/compare/byte-diff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('bytes side by side', () => {
  it('finds a final line break, and what stands between equal ends', () => {
    expect(diffBytes(bytes('{}'), bytes('{}\n'))).toEqual({ before: 2, after: 0 });
    expect(diffBytes(bytes('aXXb'), bytes('aYb'))).toEqual({ before: 1, after: 1 });
    expect(diffBytes(bytes('aa'), bytes('aaa'))).toEqual({ before: 2, after: 0 });
  });

  it('answers null for equal bytes, and else ends that do not overlap', () => {
    const body = fc.uint8Array({ maxLength: 20, max: 2 });
    fc.assert(
      fc.property(body, body, (left, right) => {
        const diff = diffBytes(left, right);
        expect(diff === null).toBe(Buffer.compare(left, right) === 0);
        if (diff === null) return;
        const { before, after } = diff;
        expect(before + after).toBeLessThanOrEqual(Math.min(left.length, right.length));
        expect(left.slice(0, before)).toEqual(right.slice(0, before));
        expect(left.slice(left.length - after)).toEqual(right.slice(right.length - after));
      }),
    );
  });
});
