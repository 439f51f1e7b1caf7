// The best viewer is chosen by itself; the others stay within reach.

import { describe, expect, it } from 'vitest';
import { createContent } from '../../../src/renderer/viewers/content.ts';
import { viewers, viewersFor } from '../../../src/renderer/viewers/index.ts';
import { textViewer } from '../../../src/renderer/viewers/text.tsx';

function ids(body: string | number[], contentType: string | null): string[] {
  const bytes =
    typeof body === 'string'
      ? Uint8Array.from(new TextEncoder().encode(body))
      : Uint8Array.from(body);
  return viewersFor(createContent(bytes, contentType)).map(({ id }) => id);
}

describe('viewersFor', () => {
  it.each([
    ['json', '{"a":1}', 'application/json'],
    ['json', '{"a":1}', null],
    ['json', '"just a string"', 'application/json; charset=utf-8'],
    ['json', '{"a":', 'application/cloudevents+json'],
    ['form', 'payload=%7B%7D', 'application/x-www-form-urlencoded'],
    ['multipart', '--x', 'multipart/form-data; boundary=x'],
    ['multipart', '--x', 'multipart/mixed; boundary=x'],
    ['text', 'hello', 'text/plain'],
    ['text', '<script>alert(1)</script>', 'text/html'],
    ['xml', '<svg onload="alert(1)"/>', 'image/svg+xml'],
    ['xml', '<?xml version="1.0"?><a/>', null],
    ['xml', '<a/>', 'application/soap+xml; charset=utf-8'],
    ['json-lines', '{"a":1}', 'application/x-ndjson'],
    ['json-lines', '{"a":1}\n{"b":2}\n', 'application/json'],
    ['json', '{\n"a":1}\n{"b":2}\n', 'application/json'],
  ])('chooses %s for %j as %s', (best, body, contentType) => {
    expect(ids(body, contentType)[0]).toBe(best);
  });

  it('chooses hex for bytes that are no text, and the image for an image', () => {
    expect(ids([0, 1, 2, 255], 'application/octet-stream')[0]).toBe('hex');
    expect(ids([0, 1, 2, 255], 'application/json')[0]).toBe('hex');
    expect(ids([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], 'application/json')[0]).toBe('image');
  });

  it('takes text in another charset for text when the charset is declared', () => {
    const japanese = [0x83, 0x65, 0x83, 0x58];
    expect(ids(japanese, 'text/plain; charset=shift_jis')[0]).toBe('text');
    expect(ids(japanese, 'text/plain')[0]).toBe('hex');
    expect(ids(japanese, 'text/plain; charset=none-such')[0]).toBe('hex');
    expect(ids([0, 1, 2, 255], 'text/plain; charset=shift_jis')[0]).toBe('hex');
  });

  it('always offers text and hex', () => {
    for (const type of ['application/json', 'text/plain', null]) {
      expect(ids('x', type)).toEqual(expect.arrayContaining(['text', 'hex']));
    }
  });

  it('leaves out a viewer whose judgement throws, and falls back to text', () => {
    const broken = {
      ...textViewer,
      id: 'broken',
      canShow: () => {
        throw new Error('no');
      },
    };
    const content = createContent(Uint8Array.of(0x61), null);
    expect(viewersFor(content, [broken, ...viewers]).map(({ id }) => id)).not.toContain('broken');
    expect(viewersFor(content, [broken]).map(({ id }) => id)).toEqual(['text']);
  });
});
