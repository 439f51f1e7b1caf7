// Colours the visible lines of pretty-printed JSON and XML, and has those that go on below begin deeper than
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
import { type JsonToken, type JsonTokenKind, jsonTokens } from './json-tokens.ts';
import { xmlTokens } from './xml-tokens.ts';

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

type TokensOf = (line: string) => JsonToken[];

function visibleMarks(view: EditorView, tokensOf: TokensOf): DecorationSet {
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
      for (const token of tokensOf(line.text)) {
        marks.push(MARKS[token.kind].range(line.from + token.from, line.from + token.to));
      }
    }
  }
  return RangeSet.of(marks);
}

function highlight(tokensOf: TokensOf) {
  return ViewPlugin.define(
    (view) => ({
      marks: visibleMarks(view, tokensOf),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) {
          this.marks = visibleMarks(update.view, tokensOf);
        }
      },
    }),
    { decorations: (plugin) => plugin.marks },
  );
}

export const jsonHighlight = highlight(jsonTokens);
export const xmlHighlight = highlight(xmlTokens);
