// Makes the CodeMirror editor behind a code view: read-only, virtualised, no editing keys.

import { selectAll } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { ViewOptions } from '../viewer.ts';
import type { CodeDocument } from './code-document.ts';
import { codeTheme } from './code-theme.ts';
import { findMarks } from './find-marks.ts';
import { type FoldTable, folding } from './folding.ts';
import { jsonHighlight } from './json-highlight.ts';
import { markPlace } from './place-mark.ts';
import { invisibles } from './special-chars.ts';

export interface CodeEditorInput {
  parent: HTMLElement;
  document: CodeDocument;
  label: string;
  /** Colour the lines as pretty-printed JSON. */
  json: boolean;
  folds: FoldTable | null;
  /** A place to mark and to scroll to, counted from 1. */
  place: { line: number; column: number } | null;
  options: ViewOptions;
}

export interface CodeEditor {
  view: EditorView;
  setOptions(options: ViewOptions): void;
  destroy(): void;
}

export function createCodeEditor(input: CodeEditorInput): CodeEditor {
  const wrapping = new Compartment();
  const marks = new Compartment();
  const wrapped = (wrap: boolean): Extension => (wrap ? EditorView.lineWrapping : []);
  const { place } = input;
  const view = new EditorView({
    parent: input.parent,
    state: EditorState.create({
      doc: input.document.text,
      extensions: [
        EditorState.readOnly.of(true),
        // Not editable, so that the window's single-key commands go on working; focusable all the same.
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({
          tabindex: '0',
          'aria-label': input.label,
          'aria-readonly': 'true',
        }),
        EditorState.lineSeparator.of('\n'),
        lineNumbers(),
        input.folds ? folding(input.folds) : [],
        input.json ? jsonHighlight : [],
        place ? markPlace(place) : [],
        findMarks,
        wrapping.of(wrapped(input.options.wrap)),
        marks.of(invisibles(input.options.invisibles)),
        keymap.of([{ key: 'Mod-a', run: selectAll }]),
        codeTheme,
      ],
    }),
  });
  return {
    view,
    setOptions(options) {
      view.dispatch({
        effects: [
          wrapping.reconfigure(wrapped(options.wrap)),
          marks.reconfigure(invisibles(options.invisibles)),
        ],
      });
    },
    destroy: () => view.destroy(),
  };
}
