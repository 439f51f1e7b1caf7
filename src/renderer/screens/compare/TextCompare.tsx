// Two bodies as text, side by side, line against line.

import { goToNextChunk, goToPreviousChunk, MergeView } from '@codemirror/merge';
import { EditorState, type Extension, type StateCommand } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { codeTheme } from '../../viewers/code/code-theme.ts';
import { invisibles } from '../../viewers/code/special-chars.ts';
import { cutLongLines } from './cut-lines.ts';
import { type ChangedLines, linesText } from './differences-text.ts';
import { mergeTheme } from './merge-theme.ts';
import { useBodyText } from './use-body-text.ts';
import { useStep } from './use-steps.ts';

export interface TextCompareProps {
  left: string;
  right: string;
}

/** After so many ms the lines that are left are compared as a whole. */
const MAX_MS = 150;

export function TextCompare({ left, right }: TextCompareProps) {
  const a = useMemo(() => cutLongLines(left), [left]);
  const b = useMemo(() => cutLongLines(right), [right]);
  const isCut = a.isCut || b.isCut;
  const parent = useRef<HTMLDivElement>(null);
  const [merge, setMerge] = useState<MergeView | null>(null);
  useEffect(() => {
    if (parent.current === null) return;
    const made = new MergeView({
      a: { doc: a.text, extensions: extensionsOf('Left, as text', isCut) },
      b: { doc: b.text, extensions: extensionsOf('Right, as text', isCut) },
      parent: parent.current,
      collapseUnchanged: { margin: 3, minSize: 8 },
      diffConfig: { scanLimit: 500, timeout: MAX_MS },
    });
    setMerge(made);
    return () => {
      setMerge(null);
      made.destroy();
    };
  }, [a, b, isCut]);
  useStep(
    useCallback(
      (by: 1 | -1) => {
        if (merge !== null) lead(merge, by === 1 ? goToNextChunk : goToPreviousChunk);
      },
      [merge],
    ),
  );
  useBodyText(
    useMemo(
      () => (merge === null ? null : () => linesText(changesOf(merge, isCut))),
      [merge, isCut],
    ),
  );
  return (
    <>
      {isCut ? (
        <p className="border-line2 border-b px-3 py-2 text-ink3">
          Long lines are shown in pieces, cut behind their commas.
        </p>
      ) : null}
      <div ref={parent} className="max-h-[60vh] overflow-auto" />
    </>
  );
}

function changesOf({ a, b, chunks }: MergeView, isCut: boolean): ChangedLines[] {
  return chunks.map(({ fromA, endA, fromB, endB }) => ({
    at: isCut ? null : a.state.doc.lineAt(fromA).number,
    left: a.state.sliceDoc(fromA, endA),
    right: b.state.sliceDoc(fromB, endB),
  }));
}

function lead({ b }: MergeView, go: StateCommand): void {
  go(b);
  const { from } = b.state.selection.main;
  b.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'center' }) });
}

function extensionsOf(label: string, isCut: boolean): Extension {
  return [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': label,
      'aria-readonly': 'true',
    }),
    EditorState.lineSeparator.of('\n'),
    EditorView.lineWrapping,
    // Of pieces they would tell nothing.
    isCut ? [] : lineNumbers(),
    // The ends of pieces are no line ends, and must not be marked as such.
    invisibles(!isCut),
    codeTheme,
    mergeTheme,
  ];
}
