// The state of a search in a body: what for, what was found, and which match is current.

import { useEffect, useState } from 'react';
import { runSliced, type Sliced } from '../sliced.ts';
import { useAnswer } from '../use-answer.ts';
import { type Found, type Marked, matchFrom } from './found.ts';
import type { FindQuery, PatternMistake } from './pattern.ts';

/** What can be searched: text in an editor, a table, bytes. Has to be stable. */
export interface FindTarget {
  /** Bytes can be searched for in hexadecimal, text as words and with expressions. */
  kind: 'text' | 'bytes';
  prepare(query: FindQuery): Promise<(() => Sliced<Found>) | PatternMistake>;
  /** Where the view stands: the first match from there on becomes the current one. */
  position(): number;
  /** Marks the matches and brings the current one into view; null marks nothing. */
  show(marked: Marked | null): void;
  /** How far down each match stands, from 0 to 1. */
  places(found: Found): number[];
  focus(): void;
}

export type FindOutcome = (Marked & { kind: 'found'; places: number[] }) | PatternMistake;

export interface Find {
  open: boolean;
  /** Counts up each time the search is asked for: the field takes the focus again. */
  asked: number;
  kind: FindTarget['kind'];
  query: FindQuery;
  /** Null while searching and before. */
  outcome: FindOutcome | null;
  show(): void;
  close(): void;
  setQuery(change: Partial<FindQuery>): void;
  /** Goes to the next match, or with -1 to the one before, around the ends. */
  step(by: 1 | -1): void;
}

const EMPTY: FindQuery = {
  ...{ text: '', matchCase: false, wholeWord: false, regex: false, hex: false },
};

export function useFind(target: FindTarget | null): Find {
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState(EMPTY);
  const [outcome, setOutcome] = useState<FindOutcome | null>(null);

  useEffect(() => {
    setOutcome(null);
    if (target === null || !open || query.text === '') return;
    const stop = new AbortController();
    search(target, query, stop.signal).then(
      (found) => (stop.signal.aborted ? undefined : setOutcome(found)),
      () => undefined,
    );
    return () => stop.abort();
  }, [target, open, query]);

  useEffect(() => {
    target?.show(outcome?.kind === 'found' ? outcome : null);
  }, [target, outcome]);

  const show = () => {
    setOpen(true);
    setAsked((times) => times + 1);
  };
  useAnswer('find', show);

  return {
    ...{ open, asked, query, outcome, show, kind: target?.kind ?? 'text' },
    close() {
      setOpen(false);
      target?.focus();
    },
    setQuery: (change) => setQuery((now) => ({ ...now, ...change })),
    step(by) {
      setOutcome((now) => {
        if (now?.kind !== 'found' || now.found.starts.length === 0) return now;
        const total = now.found.starts.length;
        return { ...now, current: (now.current + by + total) % total };
      });
    },
  };
}

async function search(
  target: FindTarget,
  query: FindQuery,
  signal: AbortSignal,
): Promise<FindOutcome> {
  const prepared = await target.prepare(query);
  if (typeof prepared !== 'function') return prepared;
  const found = await runSliced(prepared(), signal);
  const current = matchFrom(found, target.position());
  return { kind: 'found', found, current, places: target.places(found) };
}
