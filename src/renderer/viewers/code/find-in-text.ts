// Finds a text in a document, line by line and in slices, ASCII and simple Unicode case ignored.

import type { Text } from '@codemirror/state';
import type { Sliced } from '../sliced.ts';

export interface Found {
  /** Where each match begins, in order. */
  starts: number[];
  /** The length of every match. */
  length: number;
  /** True when there are more than `MAX_MATCHES`. */
  more: boolean;
}

export const MAX_MATCHES = 10_000;
const LINES_PER_STEP = 1000;

/** Every place of `query` in the document; none for an empty query. Yields every 1,000 lines. */
export function* findInText(text: Text, query: string): Sliced<Found> {
  const starts: number[] = [];
  const found = (more: boolean): Found => ({ starts, length: query.length, more });
  if (query === '') return found(false);
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
  const lines = text.iterLines();
  let lineStart = 0;
  for (let number = 1; ; number++) {
    const { value, done } = lines.next();
    if (done) return found(false);
    for (const match of value.matchAll(pattern)) {
      if (starts.length === MAX_MATCHES) return found(true);
      starts.push(lineStart + match.index);
    }
    lineStart += value.length + 1;
    if (number % LINES_PER_STEP === 0) yield;
  }
}

/** The index of the first match at or after `position`, or 0 when it is past the last. */
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
