// Saved bodies get a name that no file system trips over and an extension that fits.

import { describe, expect, it } from 'vitest';
import { createContent } from '../../../src/renderer/viewers/content.ts';
import { extensionOf, safeFileName } from '../../../src/renderer/viewers/save-file.ts';

const extension = (body: string | number[], contentType: string | null = null) =>
  extensionOf(
    createContent(
      typeof body === 'string'
        ? Uint8Array.from(new TextEncoder().encode(body))
        : Uint8Array.from(body),
      contentType,
    ),
  );

describe('extensionOf', () => {
  it('goes by the bytes first and the content type second', () => {
    expect(extension('GIF89a', 'application/json')).toBe('gif');
    expect(extension('{}', 'application/vnd.api+json; charset=utf-8')).toBe('json');
    expect(extension('{}')).toBe('json');
    expect(extension('<a/>', 'text/xml')).toBe('xml');
    expect(extension('a,b', 'text/csv')).toBe('csv');
    expect(extension([0, 1, 2], 'text/csv')).toBe('bin');
    expect(extension('<script>', 'text/html')).toBe('txt');
  });
});

describe('safeFileName', () => {
  it('keeps letters and digits and loses what file systems use', () => {
    expect(safeFileName('invoice.paid evt_1')).toBe('invoice.paid-evt_1');
    expect(safeFileName('../../etc/passwd\0')).toBe('etc-passwd');
    expect(safeFileName('\u202e<>')).toBe('body');
    expect(safeFileName('x'.repeat(5000))).toHaveLength(80);
  });
});
