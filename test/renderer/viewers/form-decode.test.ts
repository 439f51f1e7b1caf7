// Form bodies as fields, in order, nothing lost.

import { describe, expect, it } from 'vitest';
import {
  type DecodedForm,
  decodeForm,
  MAX_FIELDS,
} from '../../../src/renderer/viewers/form-decode.ts';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';

const decode = (text: string): DecodedForm => runAtOnce(decodeForm(text));
const pairs = (text: string) => decode(text).fields.map(({ name, value }) => [name, value]);

describe('decodeForm', () => {
  it('keeps the order and the duplicates', () => {
    expect(pairs('b=2&a=1&b=3&__proto__=x')).toEqual([
      ['b', '2'],
      ['a', '1'],
      ['b', '3'],
      ['__proto__', 'x'],
    ]);
  });

  it('decodes plus signs and percent escapes as UTF-8', () => {
    expect(pairs('name=Zo%C3%AB+M%c3%bcller&sum=1%2B1%3D2')).toEqual([
      ['name', 'Zoë Müller'],
      ['sum', '1+1=2'],
    ]);
  });

  it('splits at the first equals sign only and keeps empty names and values', () => {
    expect(pairs('a=b=c&=x&y=&&z')).toEqual([
      ['a', 'b=c'],
      ['', 'x'],
      ['y', ''],
      ['', ''],
      ['z', ''],
    ]);
    expect(decode('z').fields[0]).toMatchObject({ hasValue: false });
  });

  it('shows escapes that are none as they came, and says so', () => {
    expect(decode('a=100%&b=%zz%41').fields).toMatchObject([
      { value: '100%', malformed: true },
      { value: '%zzA', malformed: true },
    ]);
  });

  it('shows bytes that are not UTF-8 as U+FFFD', () => {
    expect(pairs('a=%ff%41')).toEqual([['a', '\ufffdA']]);
  });

  it('lists no more fields than anyone can read', () => {
    const { fields, cut } = decode('&'.repeat(2_000_000));
    expect(fields).toHaveLength(MAX_FIELDS);
    expect(cut).toBe(true);
  });

  it('is empty for an empty body', () => {
    expect(decode('')).toEqual({ fields: [], cut: false });
  });
});
