// Finds a pattern in a document, whose long lines are cut for display only.

import { findInPieces, type Piece } from '../find/find-in-pieces.ts';
import type { Found } from '../find/found.ts';
import type { Pattern } from '../find/pattern.ts';
import type { Sliced } from '../sliced.ts';
import type { CodeDocument } from './code-document.ts';
import { documentPosition, isSplit } from './line-splits.ts';

/** Every match inside a line, in positions of the document. */
export function* findInText(document: CodeDocument, pattern: Pattern): Sliced<Found> {
  const found = yield* findInPieces(piecesOf(document), pattern);
  const { splits } = document;
  if (splits.length === 0) return found;
  return {
    ...found,
    starts: found.starts.map((start) => documentPosition(splits, start)),
    ends: found.ends.map((end) => documentPosition(splits, end - 1) + 1),
  };
}

function* piecesOf({ text, splits }: CodeDocument): Generator<Piece> {
  let position = 0;
  for (const line of text.iterLines()) {
    position += line.length + 1;
    yield { text: line, continues: isSplit(splits, position - 1) };
  }
}
