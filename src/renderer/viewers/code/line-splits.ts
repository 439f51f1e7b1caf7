// Very long lines are cut into shorter ones for display, because an editor lays lines out whole. This
// keeps count of the cuts, so that line numbers, search and copying still speak of the text as it was.

/** Longest line that is laid out, in UTF-16 units. */
export const LONGEST_LINE = 2000;

/** Positions in the document, ascending, of the line breaks that are not in the text. */
export type Splits = readonly number[];

/** Where the piece of a line that begins at `at` ends; a surrogate pair stays together. */
export function pieceEnd(line: string, at: number): number {
  const end = Math.min(at + LONGEST_LINE, line.length);
  return end < line.length && isHighSurrogate(line.charCodeAt(end - 1)) ? end - 1 : end;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** How many cuts lie before a position of the document. */
export function splitsBefore(splits: Splits, position: number): number {
  return lowerBound(splits.length, (index) => (splits[index] ?? 0) < position);
}

/** True when the document's line break at `position` is a cut and not in the text. */
export function isSplit(splits: Splits, position: number): boolean {
  return splits[splitsBefore(splits, position)] === position;
}

/** Where a character of the text stands in the document. */
export function documentPosition(splits: Splits, textOffset: number): number {
  // The cut number i stands before the text's character splits[i] - i.
  const before = lowerBound(splits.length, (i) => (splits[i] ?? 0) - i <= textOffset);
  return textOffset + before;
}

/** The first index below `length` for which `isBefore` no longer holds. */
function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
