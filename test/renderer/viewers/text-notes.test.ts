// Notes on a text's encoding appear only where there is something to know.

import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/renderer/viewers/charset.ts';
import { textNotes } from '../../../src/renderer/viewers/text-notes.ts';

const notesOn = (bytes: number[], contentType: string | null = null) =>
  textNotes(decodeText(Uint8Array.from(bytes), contentType));

describe('textNotes', () => {
  it('says nothing about ordinary text', () => {
    expect(notesOn([0x61])).toEqual([]);
  });

  it('names an unknown charset, invalid bytes and a byte order mark', () => {
    expect(notesOn([0x61], 'text/plain; charset=klingon')[0]).toContain('klingon');
    expect(notesOn([0xff])[0]).toContain('not valid utf-8');
    expect(notesOn([0xef, 0xbb, 0xbf, 0x61])[0]).toContain('byte order mark');
  });
});
