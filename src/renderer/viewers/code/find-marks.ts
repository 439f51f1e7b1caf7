// Marks what was found in a code view: every match on screen, and the one that is current.

import { type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type Marked, matchFrom } from '../find/found.ts';

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
    // One before, because a match may reach into the range from above.
    for (let i = Math.max(matchFrom(found, from) - 1, 0); i < found.starts.length; i++) {
      const start = found.starts[i] ?? 0;
      const end = found.ends[i] ?? start;
      if (start > to) break;
      if (end > from) marks.push((i === current ? CURRENT : MATCH).range(start, end));
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
