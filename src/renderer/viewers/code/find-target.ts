// An editor as a search sees it.

import { EditorView } from '@codemirror/view';
import type { Found } from '../find/found.ts';
import { compilePattern } from '../find/pattern.ts';
import type { FindTarget } from '../find/use-find.ts';
import type { CodeDocument } from './code-document.ts';
import { findInText } from './find-in-text.ts';
import { setMarked } from './find-marks.ts';

export function codeTarget(view: EditorView, document: CodeDocument): FindTarget {
  return {
    kind: 'text',
    async prepare(query) {
      const pattern = await compilePattern(query);
      return pattern.kind === 'mistake' ? pattern : () => findInText(document, pattern);
    },
    position: () => view.lineBlockAtHeight(view.scrollDOM.scrollTop).from,
    show(marked) {
      view.dispatch({ effects: setMarked.of(marked) });
      const start = marked?.found.starts[marked.current];
      const end = marked?.found.ends[marked.current];
      if (start === undefined || end === undefined) return;
      view.dispatch({
        // The selection unfolds what hides the match.
        selection: { anchor: start, head: end },
        effects: EditorView.scrollIntoView(start, { y: 'center', x: 'center' }),
      });
    },
    places: (found) => placesIn(view, found),
    focus: () => view.focus(),
  };
}

function placesIn(view: EditorView, { starts }: Found): number[] {
  const height = Math.max(view.contentHeight, 1);
  return starts.map((start) => view.lineBlockAt(start).top / height);
}
