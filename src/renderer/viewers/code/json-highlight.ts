// Colours the visible lines of pretty-printed JSON. Each line stands on its own there, so no syntax
// tree of the whole document is needed, however large it is.

import { type Range, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { type JsonTokenKind, jsonTokens } from './json-tokens.ts';

const MARKS: Record<JsonTokenKind, Decoration> = {
  key: Decoration.mark({ class: 'hg-key' }),
  string: Decoration.mark({ class: 'hg-string' }),
  number: Decoration.mark({ class: 'hg-number' }),
  literal: Decoration.mark({ class: 'hg-literal' }),
  punctuation: Decoration.mark({ class: 'hg-punctuation' }),
};

function visibleMarks(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  let drawnTo = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      at = line.to + 1;
      if (line.from <= drawnTo) continue;
      drawnTo = line.from;
      for (const token of jsonTokens(line.text)) {
        marks.push(MARKS[token.kind].range(line.from + token.from, line.from + token.to));
      }
    }
  }
  return RangeSet.of(marks);
}

export const jsonHighlight = ViewPlugin.define(
  (view) => ({
    marks: visibleMarks(view),
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.marks = visibleMarks(update.view);
    },
  }),
  { decorations: (plugin) => plugin.marks },
);
