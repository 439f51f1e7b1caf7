// The document that a code view shows, built in slices so that a large body does not hold the window up.

import { Text } from '@codemirror/state';
import type { Sliced } from '../sliced.ts';
import { isSplit, pieceEnd, type Splits, splitsBefore } from './line-splits.ts';

export interface CodeDocument {
  text: Text;
  /** Where long lines were cut for display. */
  splits: Splits;
  /** Lines of the text itself. */
  lineCount: number;
  /** True when the body has more lines than are shown. */
  cut: boolean;
}

/** Lines beyond these are not shown: each costs memory whether it is looked at or not. */
export const MAX_LINES = 1_000_000;
const LINES_PER_STEP = 16_384;
const CHARACTERS_PER_STEP = 1024 * 1024;

/** A document of lines that are known already. */
export function documentOfLines(lines: readonly string[]): Sliced<CodeDocument> {
  let next = 0;
  return build(() => lines[next++]);
}

/**
 * A document of a text as it is: only line feeds part lines, a carriage return stays in its line, so
 * that what is copied is what was sent.
 */
export function documentOfText(source: string): Sliced<CodeDocument> {
  let at = 0;
  return build(() => {
    if (at > source.length) return undefined;
    const newline = source.indexOf('\n', at);
    const end = newline === -1 ? source.length : newline;
    const line = source.slice(at, end);
    at = end + 1;
    return line;
  });
}

/** Puts lines together until there is none; yields every 16,384 lines or Mi of characters. */
function* build(nextLine: () => string | undefined): Sliced<CodeDocument> {
  let text = Text.empty;
  let lineCount = 0;
  let pieces: string[] = [];
  let characters = 0;
  let length = 0;
  let pieceCount = 0;
  const splits: number[] = [];
  const flush = () => {
    text = appendLines(text, pieces, pieceCount === pieces.length);
    pieces = [];
    characters = 0;
  };
  for (let line = nextLine(); line !== undefined; line = nextLine()) {
    if (pieceCount >= MAX_LINES) {
      flush();
      return { text, splits, lineCount, cut: true };
    }
    lineCount++;
    // One line may be all of a body, so that it too is taken piece by piece.
    for (let at = 0, end = -1; end < line.length; at = end) {
      end = pieceEnd(line, at);
      pieces.push(line.slice(at, end));
      pieceCount++;
      characters += end - at;
      length += end - at + 1;
      if (end < line.length) splits.push(length - 1);
      if (pieces.length < LINES_PER_STEP && characters < CHARACTERS_PER_STEP) continue;
      flush();
      yield;
    }
  }
  flush();
  return { text, splits, lineCount, cut: false };
}

function appendLines(text: Text, lines: string[], first: boolean): Text {
  if (lines.length === 0) return text;
  // Text joins without a line break of its own: an empty first line makes one.
  return first ? Text.of(lines) : text.append(Text.of(['', ...lines]));
}

/** The number of a document's line in the text, or null when it only goes on with the one before. */
export function textLineNumber(document: CodeDocument, line: number): number | null {
  const { text, splits } = document;
  if (splits.length === 0) return line;
  const { from } = text.line(Math.min(Math.max(line, 1), text.lines));
  if (from > 0 && isSplit(splits, from - 1)) return null;
  return line - splitsBefore(splits, from);
}

/** The line of the text (counted from 1) that a position is in, also where that line is cut. */
export function textLineAt({ text, splits }: CodeDocument, position: number): number {
  const { number, from } = text.lineAt(position);
  return number - splitsBefore(splits, from);
}

/** Where a line of the text begins, as a line of the document; past the last line when there is none. */
export function documentLine({ text, splits }: CodeDocument, textLine: number): number {
  if (splits.length === 0) return textLine;
  let low = textLine;
  let high = textLine + splits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const from = middle > text.lines ? text.length + 1 : text.line(middle).from;
    if (middle - splitsBefore(splits, from) < textLine) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A range of the document as the text has it: without the cuts. */
export function textBetween(document: CodeDocument, from: number, to: number): string {
  const { text, splits } = document;
  let copied = '';
  let at = from;
  for (let i = splitsBefore(splits, from); i < splits.length; i++) {
    const split = splits[i] ?? to;
    if (split >= to) break;
    copied += text.sliceString(at, split);
    at = split + 1;
  }
  return copied + text.sliceString(at, to);
}
