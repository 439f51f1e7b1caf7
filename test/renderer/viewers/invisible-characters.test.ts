// What hides is shown by name; what belongs to ordinary text is left alone.

import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../src/renderer/viewers/invisible-characters.ts';

describe('visibleText', () => {
  it('names direction overrides, zero-width and control characters, and lone surrogates', () => {
    expect(visibleText('a\u202eb\u2066')).toBe('a[U+202E]b[U+2066]');
    expect(visibleText('a\u200bb\ufeff')).toBe('a[U+200B]b[U+FEFF]');
    expect(visibleText('\0\x1b\x7f\x85')).toBe('[U+0000][U+001B][U+007F][U+0085]');
    expect(visibleText('\ud800x\udfff')).toBe('[U+D800]x[U+DFFF]');
    expect(visibleText('\u{e0041}')).toBe('[U+E0041]');
  });

  it('leaves ordinary text alone, whatever the script', () => {
    const text = 'tab\t line\r\n עברית العربية 日本語 👩‍👧 é';
    expect(visibleText(text)).toBe(text);
  });
});
