// Headers side by side: values, the case of names and their order told apart.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differs, diffHeaders } from '../../../../src/renderer/screens/compare/header-diff.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';

const headers = fc.array(
  fc.tuple(fc.constantFrom('A', 'a', 'B', 'b', 'C'), fc.constantFrom('1', '2', '3')),
  { maxLength: 12 },
);

describe('headers side by side', () => {
  it('tells a value, the case of a name and an order that differ apart', () => {
    const left: HeaderList = [
      ['Host', 'a.example'],
      ['X-One', '1'],
      ['X-Two', '2'],
      ['Accept', '*/*'],
    ];
    const right: HeaderList = [
      ['host', 'a.example'],
      ['X-Two', '2'],
      ['X-One', '9'],
      ['X-New', 'n'],
    ];
    const same = { value: false, case: false, moved: false };
    expect(diffHeaders(left, right)).toEqual([
      { kind: 'both', left: left[0], right: right[0], ...same, case: true },
      { kind: 'both', left: left[1], right: right[2], ...same, value: true, moved: true },
      { kind: 'right', right: right[3] },
      { kind: 'both', left: left[2], right: right[1], ...same },
      { kind: 'left', left: left[3] },
    ]);
  });

  it('pairs repeated headers by their values before their places', () => {
    const rows = diffHeaders(
      [
        ['Set-Cookie', 'a'],
        ['Set-Cookie', 'b'],
      ],
      [['Set-Cookie', 'b']],
    );
    expect(rows).toMatchObject([
      { kind: 'left', left: ['Set-Cookie', 'a'] },
      { kind: 'both', value: false, moved: false },
    ]);
  });

  it('finds no difference if and only if there is none, and loses no header', () => {
    fc.assert(
      fc.property(headers, headers, (left, right) => {
        const rows = diffHeaders(left, right);
        const isSame = JSON.stringify(left) === JSON.stringify(right);
        expect(rows.some(differs)).toBe(!isSame);
        expect(rows.filter(({ kind }) => kind !== 'right')).toHaveLength(left.length);
        expect(rows.filter(({ kind }) => kind !== 'left')).toHaveLength(right.length);
      }),
    );
  });
});
