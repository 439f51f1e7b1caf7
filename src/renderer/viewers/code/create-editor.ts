// Makes the CodeMirror editor behind a code view: read-only, virtualised, no editing keys.

import { selectAll } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { ViewOptions } from '../viewer.ts';
import { type CodeDocument, textBetween, textLineNumber } from './code-document.ts';
import { codeTheme } from './code-theme.ts';
import { type CurrentLineKeys, currentLine } from './current-line.ts';
import { explainHover, type HoverInput } from './explain-hover.ts';
import { findMarks } from './find-marks.ts';
import { type FoldTable, folding } from './folding.ts';
import { jsonHighlight, xmlHighlight } from './json-highlight.ts';
import { markPlace } from './place-mark.ts';
import { invisibles } from './special-chars.ts';

export type CodeLanguage = 'json' | 'xml';

const HIGHLIGHTS = { json: jsonHighlight, xml: xmlHighlight };

export interface CodeEditorInput {
  parent: HTMLElement;
  document: CodeDocument;
  label: string;
  /** Colour the lines as pretty-printed JSON or XML. */
  language: CodeLanguage | null;
  folds: FoldTable | null;
  /** What the line that one stands on is told to; null where there are no values to stand on. */
  valueKeys: CurrentLineKeys | null;
  hover: Omit<HoverInput, 'document'>;
  /** The text is shown as it came: its line ends are marked where they count for a signature. */
  asItCame: boolean;
  /** A place to mark and to scroll to, in characters from the start of the text. */
  place: number | null;
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
  const marked = (options: ViewOptions) => invisibles(options.invisibles, input.asItCame);
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
        lineNumbers({ formatNumber: (line) => numberOf(input.document, line) }),
        copyWithoutCuts(input.document),
        input.folds ? folding(input.document, input.folds) : [],
        input.language === null ? [] : HIGHLIGHTS[input.language],
        place === null ? [] : markPlace(input.document, place),
        findMarks,
        input.valueKeys === null ? [] : currentLine(input.valueKeys),
        explainHover({ ...input.hover, document: input.document }),
        wrapping.of(wrapped(input.options.wrap)),
        marks.of(marked(input.options)),
        keymap.of([{ key: 'Mod-a', run: selectAll }]),
        codeTheme,
      ],
    }),
  });
  return {
    view,
    setOptions(options) {
      view.dispatch({
        effects: [wrapping.reconfigure(wrapped(options.wrap)), marks.reconfigure(marked(options))],
      });
    },
    destroy: () => view.destroy(),
  };
}

/** Numbers count the lines of the text; a line that only goes on has none. */
function numberOf(document: CodeDocument, line: number): string {
  // CodeMirror measures the gutter with numbers that are past the end.
  if (line > document.text.lines) return String(line);
  return String(textLineNumber(document, line) ?? '');
}

/** What is copied is the text that was sent, without the line breaks that are only for display. */
function copyWithoutCuts(document: CodeDocument): Extension {
  if (document.splits.length === 0) return [];
  return EditorView.clipboardOutputFilter.of((_copied, state) =>
    state.selection.ranges.map(({ from, to }) => textBetween(document, from, to)).join('\n'),
  );
}
