// What bytes are is told by the bytes.

import { describe, expect, it } from 'vitest';
import { looksBinary, looksJson, sniffImage } from '../../../src/renderer/viewers/sniff.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('sniffImage', () => {
  it.each([
    ['PNG', '\x89PNG\r\n\x1a\n\0\0'],
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['GIF', 'GIF89a'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['AVIF', '\0\0\0\x1cftypavif'],
  ])('knows %s by its first bytes', (name, magic) => {
    expect(sniffImage(latin1(magic))?.name).toBe(name);
    expect(sniffImage(latin1(magic).subarray(0, 2))).toBeNull();
  });

  it('never takes SVG or HTML for an image', () => {
    expect(sniffImage(utf8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBeNull();
    expect(sniffImage(utf8('<!doctype html>GIF89a'))).toBeNull();
  });
});

describe('looksBinary', () => {
  it('is false for text in any script, and for nothing', () => {
    expect(looksBinary(utf8('{"a":"日本語 \u202e 👩‍👧"}\r\n\t'))).toBe(false);
    expect(looksBinary(new Uint8Array())).toBe(false);
  });

  it('is false when the sample cuts a character in two', () => {
    expect(looksBinary(utf8(`a${'é'.repeat(4000)}`))).toBe(false);
  });

  it('is false for UTF-16 with its mark', () => {
    expect(looksBinary(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x62, 0))).toBe(false);
  });

  it('is true for NUL bytes, control characters and bytes that are not UTF-8', () => {
    expect(looksBinary(latin1('ab\0cd'))).toBe(true);
    expect(looksBinary(latin1('\x01\x02\x03\x04'))).toBe(true);
    expect(looksBinary(latin1('caf\xe9'))).toBe(true);
  });
});

describe('looksJson', () => {
  it('looks at the first character that is not white space', () => {
    expect(looksJson(utf8(' \r\n\t{'))).toBe(true);
    expect(looksJson(utf8('\ufeff[1]'))).toBe(true);
    expect(looksJson(utf8('"text"'))).toBe(false);
    expect(looksJson(utf8(''))).toBe(false);
  });
});
