// Hex dumps: sixteen bytes a row, pages that every browser can scroll.

import { describe, expect, it } from 'vitest';
import {
  BYTES_PER_PAGE,
  hexMark,
  hexRow,
  pageCount,
  parseOffset,
  rowCount,
} from '../../../src/renderer/viewers/hex-rows.ts';

describe('hexMark', () => {
  it('covers the digits of its bytes, also past the wider gap', () => {
    const { hex } = hexRow(new TextEncoder().encode('0123456789abcdef'), 0, 16);
    const shown = (from: number, to: number) => {
      const mark = hexMark({ from, to });
      return hex.slice(mark.from, mark.to);
    };
    expect(shown(0, 1)).toBe('30');
    expect(shown(7, 9)).toBe('37  38');
    expect(shown(15, 16)).toBe('66');
  });
});

describe('hexRow', () => {
  it('shows offset, bytes and ASCII', () => {
    const bytes = new TextEncoder().encode('{"id":"é\0\u202e~ 1"}');
    expect(hexRow(bytes, 0, 16)).toEqual({
      offset: '00000000',
      hex: '7b 22 69 64 22 3a 22 c3  a9 00 e2 80 ae 7e 20 31',
      ascii: '{"id":"......~ 1',
    });
    expect(hexRow(bytes, 16, 16)).toEqual({ offset: '00000010', hex: '22 7d', ascii: '"}' });
  });

  it('shows eight bytes where there is less room', () => {
    const bytes = new TextEncoder().encode('0123456789');
    expect(hexRow(bytes, 0, 8)).toMatchObject({
      hex: '30 31 32 33 34 35 36 37',
      ascii: '01234567',
    });
    expect(rowCount(10, 8)).toBe(2);
  });

  it('is empty past the end', () => {
    expect(hexRow(new Uint8Array(3), 16, 16)).toMatchObject({ hex: '', ascii: '' });
  });
});

describe('pages and offsets', () => {
  it('count what 25 MiB need', () => {
    expect(rowCount(25 * 1024 * 1024, 16)).toBe(1_638_400);
    expect(pageCount(25 * 1024 * 1024)).toBe(7);
    expect(pageCount(0)).toBe(1);
    expect(pageCount(BYTES_PER_PAGE)).toBe(1);
  });

  it('read an offset as people write it', () => {
    expect(parseOffset('1,024', 2000)).toBe(1024);
    expect(parseOffset(' 0x4F ', 2000)).toBe(0x4f);
    expect(parseOffset('1ah', 2000)).toBe(0x1a);
    expect(parseOffset('2000', 2000)).toBeNull();
    expect(parseOffset('-1', 2000)).toBeNull();
    expect(parseOffset('', 2000)).toBeNull();
    expect(parseOffset('9'.repeat(500), 2000)).toBeNull();
  });
});
