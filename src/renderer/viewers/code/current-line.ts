// The line that one stands on in pretty-printed JSON: chosen by a click or with the arrow keys.

import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap } from '@codemirror/view';

const setCurrent = StateEffect.define<number>();
const LINE = Decoration.line({ class: 'hg-current-line' });

/** A position in the line, or null before one was chosen. */
const currentField = StateField.define<number | null>({
  create: () => null,
  update(value, transaction) {
    let next = value;
    for (const effect of transaction.effects) if (effect.is(setCurrent)) next = effect.value;
    return next;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (position) => (view) => {
      if (position === null) return Decoration.none;
      return Decoration.set([LINE.range(view.state.doc.lineAt(position).from)]);
    }),
});

export interface CurrentLineKeys {
  onLine: (position: number) => void;
  /** Whether there was anything to copy. */
  onCopyValue: () => boolean;
  onCopyPath: () => boolean;
}

export function currentLine({ onLine, onCopyValue, onCopyPath }: CurrentLineKeys): Extension {
  return [
    currentField,
    EditorView.updateListener.of((update) => {
      const position = update.state.field(currentField);
      if (position !== null && position !== update.startState.field(currentField)) onLine(position);
    }),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (event.button === 0) chooseAt(view, event);
        return false;
      },
    }),
    keymap.of([
      { key: 'ArrowDown', run: (view) => move(view, 1) },
      { key: 'ArrowUp', run: (view) => move(view, -1) },
      {
        key: 'Mod-c',
        run: () => (document.getSelection()?.isCollapsed === false ? false : onCopyValue()),
      },
      { key: 'Shift-Alt-c', run: onCopyPath },
    ]),
  ];
}

/** Chooses the line under the pointer; answers whether there is one. */
export function chooseAt(view: EditorView, at: { clientX: number; clientY: number }): boolean {
  const position = view.posAtCoords({ x: at.clientX, y: at.clientY }, false);
  view.dispatch({ effects: setCurrent.of(position) });
  return true;
}

function move(view: EditorView, by: 1 | -1): boolean {
  const current = view.state.field(currentField);
  const from = current ?? view.lineBlockAtHeight(view.scrollDOM.scrollTop).from;
  // A block is what stands on one line of the screen: what is folded belongs to it.
  const block = view.lineBlockAt(from);
  const beside = by === 1 ? block.to + 1 : block.from - 1;
  const inside = Math.min(Math.max(beside, 0), view.state.doc.length);
  const next = current === null ? from : view.lineBlockAt(inside).from;
  view.dispatch({
    effects: [setCurrent.of(next), EditorView.scrollIntoView(next, { y: 'nearest', yMargin: 24 })],
  });
  return true;
}
