// Text is decoded as it was declared, and what cannot be decoded is said rather than hidden.

import { describe, expect, it } from 'vitest';
import {
  decodeInSlices,
  decodeText,
  mediaParameter,
  mediaType,
} from '../../../src/renderer/viewers/charset.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('takes UTF-8 where nothing is declared', () => {
    expect(decodeText(utf8('déjà'), null)).toEqual({
      text: 'déjà',
      charset: 'utf-8',
      declared: null,
      unknownCharset: false,
      byteOrderMark: false,
      invalid: false,
    });
  });

  it('gives way while it decodes a large body, whose characters stay whole', () => {
    const text = 'a€'.repeat(700_000);
    const work = decodeInSlices(utf8(text), null);
    let slices = 0;
    for (let step = work.next(); ; step = work.next()) {
      slices += 1;
      if (!step.done) continue;
      expect(step.value).toMatchObject({ invalid: false, charset: 'utf-8' });
      expect(step.value.text === text).toBe(true);
      break;
    }
    expect(slices).toBe(3);
  });

  it('takes the declared charset', () => {
    const decoded = decodeText(Uint8Array.of(0xe9), 'text/plain; charset=ISO-8859-1');
    expect(decoded).toMatchObject({ text: 'é', charset: 'windows-1252', declared: 'ISO-8859-1' });
  });

  it('lets a byte order mark win over the declared charset', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x61, 0x00);
    expect(decodeText(bytes, 'application/json; charset=utf-8')).toMatchObject({
      text: 'a',
      charset: 'utf-16le',
      byteOrderMark: true,
    });
  });

  it('shows bytes that are no text as U+FFFD and says so', () => {
    expect(decodeText(Uint8Array.of(0x61, 0xff, 0x62), null)).toMatchObject({
      text: 'a\ufffdb',
      invalid: true,
    });
    const surrogate = decodeText(Uint8Array.of(0xed, 0xa0, 0x80), null);
    expect(surrogate).toMatchObject({ invalid: true, text: '\ufffd\ufffd\ufffd' });
  });

  it('falls back to UTF-8 for a charset that nobody knows', () => {
    const decoded = decodeText(utf8('ok'), `text/plain; charset=${'x'.repeat(100_000)}`);
    expect(decoded).toMatchObject({ text: 'ok', charset: 'utf-8', unknownCharset: true });
    expect(decoded.declared).toHaveLength(60);
  });

  it('keeps NUL and other control characters', () => {
    expect(decodeText(utf8('a\0b\u202e'), null).text).toBe('a\0b\u202e');
  });
});

describe('mediaType and mediaParameter', () => {
  it('read a content type however it is written', () => {
    expect(mediaType(' Application/JSON ; charset=utf-8')).toBe('application/json');
    expect(mediaType(null)).toBe('');
    expect(mediaParameter('multipart/form-data; Boundary="a \\"b\\""; x=1', 'boundary')).toBe(
      'a "b"',
    );
    expect(mediaParameter('text/plain;charset=utf-8', 'charset')).toBe('utf-8');
    expect(mediaParameter('text/plain', 'charset')).toBeNull();
  });

  it('do not stumble over an endless content type', () => {
    expect(mediaParameter(`text/plain${'; a="'.repeat(20_000)}`, 'charset')).toBeNull();
  });
});
