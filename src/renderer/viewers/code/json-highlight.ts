// Colours the visible lines of pretty-printed JSON, and has those that go on below begin deeper than
// their key. Each line stands on its own there, so no syntax tree of the whole document is needed,
// however large it is.

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

/** Deeper levels go on below at the depth of this one. */
export const MAX_HANGING = 20;

const HANGING = Array.from({ length: MAX_HANGING + 1 }, (_, level) =>
  Decoration.line({ class: `hg-hanging-${level}` }),
);

function hangingOf(line: string): Decoration | undefined {
  const spaces = /^ */.exec(line)?.[0].length ?? 0;
  return HANGING[Math.min(spaces >> 1, MAX_HANGING)];
}

function visibleMarks(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  let drawnTo = -1;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      at = line.to + 1;
      if (line.from <= drawnTo) continue;
      drawnTo = line.from;
      const hanging = hangingOf(line.text);
      if (hanging !== undefined) marks.push(hanging.range(line.from));
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
