// Makes a CodeMirror editor for a text of one's own, such as the body of a test event. Tab leaves it, as
// it leaves every other field.

import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { codeTheme } from './code-theme.ts';
import { jsonHighlight } from './json-highlight.ts';

export interface TextEditorInput {
  parent: HTMLElement;
  text: string;
  label: string;
  json: boolean;
  onText: (text: string) => void;
}

/** Answers how to end it. */
export function createTextEditor({ parent, text, label, json, onText }: TextEditorInput) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorState.tabSize.of(2),
        lineNumbers(),
        history(),
        EditorView.lineWrapping,
        json ? jsonHighlight : [],
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onText(update.state.doc.toString());
        }),
        keymap.of([...standardKeymap, ...historyKeymap]),
        codeTheme,
      ],
    }),
  });
  return () => view.destroy();
}
