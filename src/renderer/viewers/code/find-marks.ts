// Marks what was found in a code view: every match on screen, and the one that is current.

import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type Found, matchFrom } from './find-in-text.ts';

export interface Marked {
  found: Found;
  /** Index into `found.starts`. */
  current: number;
}

export const setMarked = StateEffect.define<Marked | null>();

const markedField = StateField.define<Marked | null>({
  create: () => null,
  update(value, transaction) {
    let next = value;
    for (const effect of transaction.effects) if (effect.is(setMarked)) next = effect.value;
    return next;
  },
});

const MATCH = Decoration.mark({ class: 'hg-match' });
const CURRENT = Decoration.mark({ class: 'hg-match hg-match-current' });

function visibleMatches(view: EditorView): RangeSet<Decoration> {
  const marked = view.state.field(markedField);
  if (marked === null || marked.found.starts.length === 0) return Decoration.none;
  const { found, current } = marked;
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    const first = matchFrom(found, from - found.length);
    for (let i = first; i < found.starts.length; i++) {
      const start = found.starts[i] ?? 0;
      if (start > to) break;
      if (start + found.length <= from) continue;
      marks.push((i === current ? CURRENT : MATCH).range(start, start + found.length));
    }
  }
  return RangeSet.of(marks, true);
}

const drawn = ViewPlugin.define(
  (view) => ({
    marks: visibleMatches(view),
    update(update: ViewUpdate) {
      const marked = update.state.field(markedField) !== update.startState.field(markedField);
      if (marked || update.viewportChanged || update.docChanged) {
        this.marks = visibleMatches(update.view);
      }
    },
  }),
  { decorations: (plugin) => plugin.marks },
);

export const findMarks = [markedField, drawn];
