// The colours of what differs in two texts: those of the verdicts, and a line beside them.

import { EditorView } from '@codemirror/view';

export const mergeTheme = EditorView.theme({
  '&.cm-merge-a .cm-changedLine': { backgroundColor: 'var(--badbg)' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--okbg)' },
  '&.cm-merge-a .cm-changedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px 0 var(--bad)',
  },
  '&.cm-merge-b .cm-changedText': {
    background: 'none',
    boxShadow: 'inset 0 -2px 0 var(--ok)',
  },
  '&.cm-merge-a .cm-changedLineGutter': { backgroundColor: 'var(--bad)' },
  '&.cm-merge-b .cm-changedLineGutter': { backgroundColor: 'var(--ok)' },
  '.cm-collapsedLines': {
    background: 'var(--bg)',
    color: 'var(--ink3)',
    fontFamily: 'var(--face-words)',
    padding: '4px 12px',
  },
});
