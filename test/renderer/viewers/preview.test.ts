// The beginning of a body says what it is in a few lines.

import { describe, expect, it } from 'vitest';
import { createContent } from '../../../src/renderer/viewers/content.ts';
import { type Preview, previewBody } from '../../../src/renderer/viewers/preview.ts';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';

function preview(body: string | number[], contentType: string | null = null): Preview {
  const bytes =
    typeof body === 'string'
      ? Uint8Array.from(new TextEncoder().encode(body))
      : Uint8Array.from(body);
  return runAtOnce(previewBody(createContent(bytes, contentType)));
}

describe('previewBody', () => {
  it('indents JSON and shows its first lines', () => {
    expect(preview('{"a":[1]}')).toEqual({
      kind: 'json',
      lines: ['{', '  "a": [', '    1', '  ]', '}'],
      cut: false,
    });
    expect(preview(`[${'1,'.repeat(100)}1]`)).toMatchObject({ kind: 'json', cut: true });
  });

  it('shows JSON that is broken as it came', () => {
    expect(preview('{"a":', 'application/json')).toEqual({
      kind: 'text',
      lines: ['{"a":'],
      cut: false,
    });
  });

  it('shows form fields decoded', () => {
    const form = preview('a=1&b=x+y', 'application/x-www-form-urlencoded');
    expect(form).toMatchObject({ lines: ['a = 1', 'b = x y'] });
  });

  it('says of images and other bytes what they are', () => {
    expect(preview([0, 1, 2])).toEqual({ kind: 'words', text: '3 B that are not text.' });
    expect(preview([0xff, 0xd8, 0xff])).toEqual({ kind: 'words', text: 'A JPEG image of 3 B.' });
  });

  it('cuts endless text', () => {
    const text = preview('x'.repeat(100_000), 'text/plain');
    expect(text).toMatchObject({ kind: 'text', cut: true });
  });
});
