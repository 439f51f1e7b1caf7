// The document that a code view shows, built in slices so that a large body does not hold the window up.

import { Text } from '@codemirror/state';
import type { Sliced } from '../sliced.ts';

export interface CodeDocument {
  text: Text;
  /** True when the body has more lines than are shown. */
  cut: boolean;
}

/** Lines beyond these are not shown: each costs memory whether it is looked at or not. */
export const MAX_LINES = 2_000_000;
const LINES_PER_STEP = 16_384;

/** A document of lines that are known already. Yields every 16,384 lines. */
export function* documentOfLines(lines: readonly string[]): Sliced<CodeDocument> {
  let text = Text.empty;
  const shown = Math.min(lines.length, MAX_LINES);
  for (let at = 0; at < shown; at += LINES_PER_STEP) {
    text = appendLines(text, lines.slice(at, Math.min(at + LINES_PER_STEP, shown)), at === 0);
    yield;
  }
  return { text, cut: shown < lines.length };
}

/**
 * A document of a text as it is: only line feeds part lines, a carriage return stays in its line, so
 * that what is copied is what was sent.
 */
export function* documentOfText(source: string): Sliced<CodeDocument> {
  let text = Text.empty;
  let count = 0;
  for (let at = 0; at <= source.length && count < MAX_LINES; ) {
    const first = count === 0;
    const lines: string[] = [];
    while (at <= source.length && lines.length < LINES_PER_STEP) {
      const newline = source.indexOf('\n', at);
      const end = newline === -1 ? source.length : newline;
      lines.push(source.slice(at, end));
      at = end + 1;
    }
    count += lines.length;
    text = appendLines(text, lines, first);
    if (at > source.length) return { text, cut: false };
    yield;
  }
  return { text, cut: true };
}

function appendLines(text: Text, lines: string[], first: boolean): Text {
  if (lines.length === 0) return text;
  // Text joins without a line break of its own: an empty first line makes one.
  return first ? Text.of(lines) : text.append(Text.of(['', ...lines]));
}
