// What to say about a text's encoding, in words: nothing when there is nothing to say.

import type { DecodedText } from './charset.ts';

export function textNotes(decoded: DecodedText): string[] {
  const notes: string[] = [];
  if (decoded.unknownCharset) {
    notes.push(
      `The content type asks for the charset ${decoded.declared}, which is not known; shown as ${decoded.charset}.`,
    );
  }
  if (decoded.invalid) {
    notes.push(
      `Some bytes are not valid ${decoded.charset} and are shown as \ufffd. Hex shows them as they came.`,
    );
  }
  if (decoded.byteOrderMark) {
    notes.push('The body begins with a byte order mark (BOM), which a signature covers too.');
  }
  return notes;
}
