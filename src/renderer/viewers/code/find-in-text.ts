// Finds a text in a document in slices, ASCII and simple Unicode case ignored.

import type { Sliced } from '../sliced.ts';
import type { CodeDocument } from './code-document.ts';
import { documentPosition, isSplit } from './line-splits.ts';

export interface Found {
  /** Where each match begins and ends in the document, in order. */
  starts: number[];
  ends: number[];
  /** True when there are more than `MAX_MATCHES`. */
  more: boolean;
}

export const MAX_MATCHES = 10_000;
const LINES_PER_STEP = 1000;
/** A longer line is searched in windows of this size. */
const WINDOW = 256 * 1024;

/** Every place of `query`, which holds no line break; none for an empty query. */
export function* findInText(document: CodeDocument, query: string): Sliced<Found> {
  const { text, splits } = document;
  const found: Found = { starts: [], ends: [], more: false };
  if (query === '') return found;
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
  const lines = text.iterLines();
  let window = '';
  /** Where the window begins in the text, which has no cuts. */
  let offset = 0;
  let position = 0;
  for (let number = 1; ; number++) {
    const { value, done } = lines.next();
    if (done) return found;
    window += value;
    position += value.length + 1;
    const continues = isSplit(splits, position - 1);
    if (continues && window.length < WINDOW) continue;
    for (const { index, 0: match } of window.matchAll(pattern)) {
      if (found.starts.length === MAX_MATCHES) return { ...found, more: true };
      found.starts.push(documentPosition(splits, offset + index));
      found.ends.push(documentPosition(splits, offset + index + match.length - 1) + 1);
    }
    // A match may go on into the next window of the same line.
    const kept = continues ? Math.min(query.length - 1, window.length) : 0;
    offset += window.length - kept + (continues ? 0 : 1);
    window = kept === 0 ? '' : window.slice(-kept);
    if (continues || number % LINES_PER_STEP === 0) yield;
  }
}

/** The index of the first match that begins at or after `position`, or 0 when it is past the last. */
export function matchFrom(found: Found, position: number): number {
  let low = 0;
  let high = found.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found.starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low === found.starts.length ? 0 : low;
}
