// Folding of pretty-printed JSON, from the table the pretty-printer made: no parsing, any size.

import {
  codeFolding,
  foldEffect,
  foldGutter,
  foldKeymap,
  foldService,
  unfoldAll,
} from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { type CodeDocument, documentLine, textLineAt, textLineNumber } from './code-document.ts';

export interface FoldTable {
  /** By line, counted from 0: the line that closes what opens there, or 0. */
  closes: readonly number[];
  /** By line: how many members are inside. */
  counts: readonly number[];
}

const MAX_FOLDED_AT_ONCE = 5000;

interface FoldRange {
  from: number;
  to: number;
}

/**
 * What folds away at a line of the text (counted from 1): from after its bracket to before the one that
 * closes it. Null where nothing opens, or where what closes it is not in the document.
 */
export function foldRange(
  document: CodeDocument,
  table: FoldTable,
  line: number,
): FoldRange | null {
  const closing = (table.closes[line - 1] ?? 0) + 1;
  if (closing === 1 || closing > document.lineCount) return null;
  const { text } = document;
  const close = text.line(documentLine(document, closing));
  const indent = close.text.length - close.text.trimStart().length;
  return { from: text.line(documentLine(document, line + 1)).from - 1, to: close.from + indent };
}

/** Folds what stands one level below the top, as far as that is not endless. */
export function foldSecondLevel(view: EditorView, document: CodeDocument, table: FoldTable): void {
  const effects = [];
  const end = table.closes[0] || document.lineCount - 1;
  for (let line = 1; line < end && effects.length < MAX_FOLDED_AT_ONCE; line++) {
    const range = foldRange(document, table, line + 1);
    if (range === null) continue;
    effects.push(foldEffect.of(range));
    line = table.closes[line] ?? line;
  }
  if (effects.length > 0) view.dispatch({ effects });
}

export function unfoldEverything(view: EditorView): void {
  unfoldAll(view);
}

/** The extension: gutter marks, keys (Ctrl-Shift-[ and ]), and a count in place of what is folded. */
export function folding(document: CodeDocument, table: FoldTable): Extension {
  return [
    foldService.of((_state, lineStart) => {
      const line = textLineNumber(document, document.text.lineAt(lineStart).number);
      return line === null ? null : foldRange(document, table, line);
    }),
    codeFolding({
      preparePlaceholder: (_state, { from }) => table.counts[textLineAt(document, from) - 1] ?? 0,
      placeholderDOM: (_view, onClick, members: number) => placeholder(members, onClick),
    }),
    foldGutter({ markerDOM: gutterMark }),
    keymap.of(foldKeymap),
  ];
}

function placeholder(members: number, onClick: (event: Event) => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cm-foldPlaceholder';
  button.textContent = members === 1 ? '1 item' : `${members.toLocaleString('en-US')} items`;
  button.title = 'Unfold';
  button.onclick = onClick;
  return button;
}

const ARROW = { open: 'M3 4.5 6 7.5 9 4.5', closed: 'M4.5 3 7.5 6 4.5 9' };

function gutterMark(open: boolean): HTMLElement {
  const mark = document.createElement('span');
  mark.title = open ? 'Fold' : 'Unfold';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', open ? ARROW.open : ARROW.closed);
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.5');
  svg.append(path);
  mark.append(svg);
  return mark;
}
