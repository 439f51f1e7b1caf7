// The excerpt that shows where a body differs from what was signed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../../../src/main/engine/verify/doctor/excerpt.ts';

const of = (came: string | Buffer, signed: string | Buffer) =>
  excerptOf(Buffer.from(came), Buffer.from(signed));

describe('the excerpt of a difference', () => {
  it('names the byte that was added at the end, behind what stands before it', () => {
    const signed = `{"id":1,"text":"${'x'.repeat(60)}","mintedAt":"2025-01-15T10:35:00Z"}}`;
    expect(of(`${signed}\n`, signed)).toEqual({
      ...{ at: signed.length, removed: '', added: '0a', after: '', more: false },
      before: signed.slice(-36),
    });
  });

  it('names what is missing, in the middle', () => {
    expect(of('one\nsecond\nc', 'one\r\nsecond\r\nc')).toEqual({
      ...{ at: 3, before: 'one', removed: '0d', added: '', after: '\nsecond\nc', more: true },
    });
  });

  it('shows where JSON that was indented first differs, and that more does', () => {
    expect(of('{\n  "a": 1,\n  "b": 2\n}', '{"a":1,"b":2}')).toMatchObject({
      ...{ at: 1, before: '{', added: '0a2020', removed: '', more: true },
    });
  });

  it('never cuts a character in two', () => {
    expect(of('né', 'nè')).toMatchObject({ at: 1, before: 'n', added: 'c3a9', removed: 'c3a8' });
    const long = 'é'.repeat(100);
    const excerpt = of(`${long}!${long}`, `${long}?${long}`);
    expect(excerpt).toMatchObject({ added: '21', removed: '3f', before: 'é'.repeat(18) });
    expect(excerpt?.after).toBe('é'.repeat(12));
  });

  it('tells bytes that are no text as what they are', () => {
    const latin1 = Buffer.from('né', 'latin1');
    expect(of(latin1, 'né')).toMatchObject({ at: 1, added: 'e9', removed: 'c3a9' });
  });

  it('is null where nothing differs, and is found late in a large body', () => {
    const large = Buffer.alloc(3_000_000, 'x');
    expect(of(large, large)).toBeNull();
    const other = Buffer.from(large);
    other[2_999_000] = 0x79;
    expect(of(other, large)).toMatchObject({ at: 2_999_000, added: '79', removed: '78' });
  });

  it('is never longer than a line, and puts the signed bytes together again where it is all', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.uint8Array(), (start, a, b) => {
        const came = Buffer.from([...start, ...a, ...start]);
        const signed = Buffer.from([...start, ...b, ...start]);
        const excerpt = excerptOf(came, signed);
        if (excerpt === null) return came.equals(signed);
        const { at, added, removed, before, after, more } = excerpt;
        expect(Math.max(before.length, after.length, added.length / 2)).toBeLessThanOrEqual(40);
        if (more) return true;
        const rest = came.subarray(at + added.length / 2);
        const made = [came.subarray(0, at), Buffer.from(removed, 'hex'), rest];
        return Buffer.concat(made).equals(signed);
      }),
    );
  });
});
