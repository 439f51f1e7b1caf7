// JSON values side by side, whatever the order of their keys.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffJson, isEqual } from '../../../../src/renderer/screens/compare/json-diff.ts';
import { parseForComparing } from '../../../../src/renderer/screens/compare/parse-json.ts';

const limits = { maxRows: 1000, maxText: 200 };
const diff = (left: unknown, right: unknown) => diffJson(left, right, limits).rows;

describe('JSON side by side', () => {
  it('passes over the order of keys', () => {
    expect(diff({ a: 1, b: { c: [1], d: 2 } }, { b: { d: 2, c: [1] }, a: 1 })).toEqual([]);
  });

  it('names what was added, removed and changed by its path', () => {
    expect(
      diff({ a: { b: 1, gone: [1] }, same: 0 }, { a: { b: '1' }, same: 0, come: null }),
    ).toEqual([
      { kind: 'changed', path: ['a', 'b'], left: '1', right: '"1"' },
      { kind: 'removed', path: ['a', 'gone'], left: '[\n  1\n]' },
      { kind: 'added', path: ['come'], right: 'null' },
    ]);
  });

  it('finds the one item that was put into a list', () => {
    expect(
      diff([{ id: 1 }, { id: 2 }, { id: 3 }], [{ id: 1 }, { id: 9 }, { id: 2 }, { id: 3 }]),
    ).toEqual([{ kind: 'added', path: [1], right: '{\n  "id": 9\n}' }]);
  });

  it('goes into an item that changed where it stands', () => {
    const left = [
      { id: 1, n: 'a' },
      { id: 2, n: 'b' },
      { id: 3, n: 'c' },
    ];
    const right = [
      { id: 1, n: 'a' },
      { id: 2, n: 'B' },
      { id: 3, n: 'c' },
    ];
    expect(diff(left, right)).toEqual([
      { kind: 'changed', path: [1, 'n'], left: '"b"', right: '"B"' },
    ]);
  });

  it('finds no difference if and only if the values are equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(diff(left, right).length === 0).toBe(isEqual(left, right));
        expect(diff(left, JSON.parse(JSON.stringify(left)))).toEqual([]);
      }),
    );
  });

  it('compares numbers by digits that JavaScript would round away', () => {
    const [left, right] = ['{"id":12345678901234567890}', '{"id":12345678901234567891}'];
    expect(diff(parseForComparing(left), parseForComparing(right))).toEqual([
      {
        kind: 'changed',
        path: ['id'],
        left: '12345678901234567890',
        right: '12345678901234567891',
      },
    ]);
    expect(diff(parseForComparing(left), parseForComparing(left))).toEqual([]);
  });

  it('reads JSON with long numbers as JSON.parse reads it otherwise', () => {
    const long = '"n":1234567890123456';
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({ value, __proto__: null });
        const read = parseForComparing(`{${long},"v":${text}}`) as Record<string, unknown>;
        const plain: Record<string, unknown> = JSON.parse(`{"v":${text}}`);
        expect(JSON.stringify(read.v)).toBe(JSON.stringify(plain.v));
      }),
    );
    const proto = parseForComparing(`{${long},"__proto__":{"a":1}}`);
    expect(Object.keys(proto as object)).toEqual(['n', '__proto__']);
  });

  it('stops at so many differences, and cuts long values', () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`k${n}`, 'x'.repeat(99)]),
    );
    const { rows, more } = diffJson(many, {}, { maxRows: 10, maxText: 20 });
    expect([rows.length, more]).toEqual([10, true]);
    expect(rows[0]).toMatchObject({ left: `"${'x'.repeat(19)}…` });
  });
});
