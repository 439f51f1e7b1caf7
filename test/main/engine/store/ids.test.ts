import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createIdSource,
  firstIdAt,
  formatId,
  parseId,
} from '../../../../src/main/engine/store/ids.ts';
import { NOW } from './fixtures.ts';

const anId = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('the text of an id', () => {
  it('has its prefix and a fixed width', () => {
    expect(formatId('dlv', 0)).toBe('dlv_00000000000');
    expect(formatId('att', 31)).toBe('att_0000000000z');
    expect(formatId('dlv', Number.MAX_SAFE_INTEGER)).toHaveLength(15);
  });

  it('comes back as the same id', () => {
    fc.assert(
      fc.property(anId, (id) => {
        expect(parseId('dlv', formatId('dlv', id))).toBe(id);
      }),
    );
  });

  it('sorts as the ids do', () => {
    fc.assert(
      fc.property(anId, anId, (a, b) => {
        expect(formatId('dlv', a) < formatId('dlv', b)).toBe(a < b);
      }),
    );
  });
});

describe('reading an id', () => {
  it.each([
    '',
    'dlv_',
    'dlv_0000000000',
    'dlv_000000000000',
    'att_00000000001',
    'DLV_00000000001',
    'dlv_0000000000u',
    'dlv_0000000000Z',
    'dlv_0000000000é',
    'dlv_0000000000\u{1f600}',
    'dlv_zzzzzzzzzzz',
    "dlv_0' OR 1=1--",
  ])('refuses %j', (text) => {
    expect(parseId('dlv', text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const id = parseId('dlv', text);
        expect(id === null || formatId('dlv', id) === text).toBe(true);
      }),
    );
  });
});

describe('new ids', () => {
  it('carry the time', () => {
    expect(createIdSource(() => NOW, 0)()).toBe(firstIdAt(NOW));
    expect(firstIdAt(NOW + 1)).toBeGreaterThan(firstIdAt(NOW));
    expect(firstIdAt(0)).toBe(0);
  });

  it('grow within a millisecond, past its share, and when the clock goes back', () => {
    const times = [NOW, ...Array<number>(5000).fill(NOW), NOW - 60_000, NOW + 10];
    const next = createIdSource(() => times.shift() ?? 0, 0);
    const ids = Array.from({ length: 5003 }, next);
    expect(ids.every((id, n) => n === 0 || id > (ids[n - 1] ?? 0))).toBe(true);
  });

  it('go on after the largest one in use', () => {
    const used = firstIdAt(NOW + 3_600_000) + 7;
    expect(createIdSource(() => NOW, used)()).toBe(used + 1);
  });
});
