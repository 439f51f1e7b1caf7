// Marks one character of a document, such as the place of a mistake.

import { type EditorState, type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

export interface Place {
  /** Counted from 1. */
  line: number;
  column: number;
}

/** Where a place is in the document, kept inside it. */
export function positionOf(state: EditorState, place: Place): number {
  const line = state.doc.line(Math.min(Math.max(place.line, 1), state.doc.lines));
  return Math.min(line.from + Math.max(place.column, 1) - 1, line.to);
}

/** Draws the mark; at the end of a line it stands on the character before. */
export function markPlace(place: Place): Extension {
  return StateField.define<DecorationSet>({
    create(state) {
      const position = positionOf(state, place);
      const line = state.doc.lineAt(position);
      const from = position < line.to ? position : Math.max(line.from, position - 1);
      const to = Math.min(from + 1, line.to);
      if (from === to) return Decoration.none;
      return Decoration.set([Decoration.mark({ class: 'hg-mistake' }).range(from, to)]);
    },
    update: (marks) => marks,
    provide: (field) => EditorView.decorations.from(field),
  });
}

/** Brings a place into the middle of the view. */
export function scrollToPlace(view: EditorView, place: Place): void {
  const position = positionOf(view.state, place);
  view.dispatch({
    effects: EditorView.scrollIntoView(position, { y: 'center', x: 'center' }),
  });
}
