// The state of a search in a code view: the query, what was found, and which match is current.

import type { EditorView } from '@codemirror/view';
import { EditorView as View } from '@codemirror/view';
import { useEffect, useState } from 'react';
import { runSliced } from '../sliced.ts';
import type { CodeDocument } from './code-document.ts';
import { type Found, findInText, matchFrom } from './find-in-text.ts';
import { setMarked } from './find-marks.ts';

export interface Find {
  open: boolean;
  query: string;
  /** Null while searching and before. */
  found: Found | null;
  /** Index of the current match. */
  current: number;
  show(): void;
  close(): void;
  setQuery(query: string): void;
  /** Goes to the next match, or with -1 to the one before, around the ends. */
  step(by: 1 | -1): void;
}

interface Result {
  found: Found;
  current: number;
}

export function useFind(view: EditorView | null, document: CodeDocument): Find {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [result, setResult] = useState<Result | null>(null);

  useEffect(() => {
    setResult(null);
    if (view === null || !open) return;
    const stop = new AbortController();
    runSliced(findInText(document, query), stop.signal).then(
      (found) => setResult({ found, current: matchFrom(found, topPosition(view)) }),
      () => undefined,
    );
    return () => stop.abort();
  }, [view, document, open, query]);

  useEffect(() => {
    if (view === null) return;
    view.dispatch({ effects: setMarked.of(result) });
    const start = result?.found.starts[result.current];
    const end = result?.found.ends[result.current];
    if (start === undefined || end === undefined) return;
    view.dispatch({
      // The selection unfolds what hides the match.
      selection: { anchor: start, head: end },
      effects: View.scrollIntoView(start, { y: 'center', x: 'center' }),
    });
  }, [view, result]);

  return {
    open,
    query,
    found: result?.found ?? null,
    current: result?.current ?? 0,
    show: () => setOpen(true),
    close: () => {
      setOpen(false);
      view?.focus();
    },
    setQuery,
    step(by) {
      setResult((now) => {
        const total = now?.found.starts.length ?? 0;
        if (now === null || total === 0) return now;
        return { ...now, current: (now.current + by + total) % total };
      });
    },
  };
}

function topPosition(view: EditorView): number {
  return view.lineBlockAtHeight(view.scrollDOM.scrollTop).from;
}
