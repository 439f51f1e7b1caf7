// Long lines, cut where both sides of a comparison have the same place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLongLines } from '../../../../src/renderer/screens/compare/cut-lines.ts';

const minified = (ids: readonly number[]) =>
  JSON.stringify(ids.map((id) => ({ id, note: 'n'.repeat(20) })));

describe('long lines', () => {
  it('are left alone while they are not long', () => {
    const text = `${'a,'.repeat(900)}\n\nb`;
    expect(cutLongLines(text)).toEqual({ text, isCut: false });
  });

  it('are cut behind commas, so that one value more is one piece more', () => {
    const ids = Array.from({ length: 200 }, (_, i) => i);
    const before = cutLongLines(minified(ids)).text.split('\n');
    const after = cutLongLines(minified([...ids.slice(0, 100), 777, ...ids.slice(100)]));
    expect(after.isCut).toBe(true);
    const added = after.text.split('\n').filter((line) => !before.includes(line));
    expect(added).toEqual(['{"id":777,']);
  });

  it('lose and gain nothing but line ends, and none of them stays long', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constant('x'.repeat(3_000)),
      fc.constant('😀'.repeat(1_500)),
      fc.constant(','),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('').replaceAll('\n', ' ');
        const cut = cutLongLines(text);
        expect(cut.text.replaceAll('\n', '')).toBe(text);
        for (const line of cut.text.split('\n')) expect(line.length).toBeLessThanOrEqual(4_000);
      }),
    );
  });
});
