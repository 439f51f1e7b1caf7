// Finds a pattern in the cells of a table, and tells which cell a match is in.

import type { Sliced } from '../sliced.ts';
import { findInPieces, type Piece } from './find-in-pieces.ts';
import type { Found, Marked } from './found.ts';
import type { TextMark } from './MarkedText.tsx';
import type { Pattern } from './pattern.ts';

const PIECE = 16 * 1024;

export function findInCells(cells: readonly string[], pattern: Pattern): Sliced<Found> {
  return findInPieces(piecesOf(cells), pattern);
}

function* piecesOf(cells: readonly string[]): Generator<Piece> {
  for (const cell of cells) {
    let at = 0;
    do {
      yield { text: cell.slice(at, at + PIECE), continues: at + PIECE < cell.length };
      at += PIECE;
    } while (at < cell.length);
  }
}

/** The matches by cell, in places of the cell's own text. */
export function marksByCell(cells: readonly string[], marked: Marked): Map<number, TextMark[]> {
  const { starts, ends } = marked.found;
  const marks = new Map<number, TextMark[]>();
  let begins = 0;
  let match = 0;
  for (let cell = 0; cell < cells.length && match < starts.length; cell++) {
    const after = begins + (cells[cell]?.length ?? 0) + 1;
    const own: TextMark[] = [];
    for (; (starts[match] ?? after) < after; match++) {
      const from = (starts[match] ?? 0) - begins;
      own.push({ from, to: (ends[match] ?? 0) - begins, current: match === marked.current });
    }
    if (own.length > 0) marks.set(cell, own);
    begins = after;
  }
  return marks;
}
