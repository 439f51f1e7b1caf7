// The code view in our own colours: every value is a token, so that light and dark need no second theme.

import { EditorView } from '@codemirror/view';
import { MAX_HANGING } from './json-highlight.ts';

/** A line that goes on below is indented there by two more than its first character. */
function hangingLines(): Record<string, Record<string, string>> {
  const rules: Record<string, Record<string, string>> = {};
  for (let level = 0; level <= MAX_HANGING; level++) {
    const depth = `${level * 2 + 2}ch`;
    rules[`.hg-hanging-${level}`] = {
      textIndent: `-${depth}`,
      paddingLeft: `calc(4px + ${depth})`,
    };
  }
  return rules;
}

export const codeTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused > .cm-scroller': { boxShadow: 'inset 0 0 0 2px var(--focus)' },
  '.cm-scroller': {
    fontFamily: 'var(--face-wire)',
    fontSize: '12px',
    lineHeight: '18px',
    fontFeatureSettings: '"zero", "calt" 0',
  },
  '.cm-content': { padding: '8px 0' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink3)',
    border: 'none',
    paddingLeft: '6px',
  },
  '.cm-foldGutter .cm-gutterElement': { width: '16px', cursor: 'pointer', color: 'var(--ink3)' },
  '.cm-foldGutter .cm-gutterElement:hover': { color: 'var(--ink)' },
  '.cm-foldGutter svg': { display: 'inline-block', width: '12px', height: '18px' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--mutebg)',
    border: 'none',
    borderRadius: '4px',
    color: 'var(--mute)',
    padding: '0 6px',
    margin: '0 3px',
    font: '500 11px/16px var(--face-words)',
    cursor: 'pointer',
  },
  '.cm-specialChar': {
    color: 'var(--special)',
    backgroundColor: 'var(--specialbg)',
    borderRadius: '3px',
    padding: '0 2px',
  },
  '.cm-highlightSpace': {
    backgroundImage: 'radial-gradient(circle at 50% 55%, var(--ink3) 12%, transparent 14%)',
  },
  ...hangingLines(),
  '.hg-key': { color: 'var(--ink)', fontWeight: '500' },
  '.hg-string': { color: 'var(--ok)' },
  '.hg-number': { color: 'var(--accent)' },
  '.hg-literal': { color: 'var(--special)' },
  '.hg-punctuation': { color: 'var(--ink3)' },
  '.hg-newline': { color: 'var(--ink3)', paddingLeft: '2px' },
  '.hg-match': {
    backgroundColor: 'color-mix(in srgb, var(--warn) 24%, transparent)',
    borderRadius: '2px',
  },
  '.hg-match-current': { outline: '1.5px solid var(--warn)' },
  '.hg-current-line': { backgroundColor: 'var(--sel)' },
  '.cm-tooltip.cm-tooltip-hover': {
    backgroundColor: 'var(--ink)',
    color: 'var(--panel)',
    border: 'none',
    borderRadius: '6px',
    boxShadow: 'var(--float)',
    maxWidth: '440px',
    zIndex: '50',
  },
  '.hg-explanation': {
    padding: '4px 8px',
    font: '12px/17px var(--face-words)',
    overflowWrap: 'anywhere',
  },
  '.hg-mistake': {
    backgroundColor: 'var(--badbg)',
    outline: '1px solid var(--bad)',
    borderRadius: '2px',
  },
});
