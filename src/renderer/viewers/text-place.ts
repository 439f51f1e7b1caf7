// Where something is in a text, as people count: lines and columns from 1.

export interface TextPlace {
  /** In characters from the start. */
  offset: number;
  line: number;
  column: number;
}

export function placeOf(text: string, offset: number): TextPlace {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = text.indexOf('\n', lineStart);
    if (newline === -1 || newline >= offset) break;
    line++;
    lineStart = newline + 1;
  }
  return { offset, line, column: offset - lineStart + 1 };
}
