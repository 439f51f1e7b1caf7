// Marks one character of a document, such as the place of a mistake.

import { type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { CodeDocument } from './code-document.ts';
import { documentPosition } from './line-splits.ts';

/** Marks the character at an offset of the text; at the end of a line, the one before. */
export function markPlace(document: CodeDocument, offset: number): Extension {
  return StateField.define<DecorationSet>({
    create() {
      const position = placeIn(document, offset);
      const line = document.text.lineAt(position);
      const from = position < line.to ? position : Math.max(line.from, position - 1);
      const to = Math.min(from + 1, line.to);
      if (from === to) return Decoration.none;
      return Decoration.set([Decoration.mark({ class: 'hg-mistake' }).range(from, to)]);
    },
    update: (marks) => marks,
    provide: (field) => EditorView.decorations.from(field),
  });
}

/** Where an offset of the text is in the document, kept inside it. */
export function placeIn({ text, splits }: CodeDocument, offset: number): number {
  return Math.min(documentPosition(splits, Math.max(offset, 0)), text.length);
}

/** Brings a place into the middle of the view. */
export function scrollToPlace(view: EditorView, document: CodeDocument, offset: number): void {
  const position = placeIn(document, offset);
  view.dispatch({ effects: EditorView.scrollIntoView(position, { y: 'center', x: 'center' }) });
}
