// Text from the wire that may be endless: its beginning, and the rest when it is asked for.

import { useState } from 'react';
import { count } from '../lib/format.ts';
import { visibleText } from './invisible-characters.ts';

export interface LongTextProps {
  text: string;
  /** Characters shown at first. */
  limit?: number;
}

/** More than this in one element would hold up the layout. */
const MOST_CHARACTERS = 20_000;

export function LongText({ text, limit = 400 }: LongTextProps) {
  const [open, setOpen] = useState(false);
  const length = Math.min(text.length, open ? MOST_CHARACTERS : limit);
  return (
    <>
      {visibleText(text.slice(0, length))}
      {text.length > limit ? (
        <button
          type="button"
          className="ml-1 rounded-sm font-medium font-sans text-accent text-sm hover:underline"
          onClick={() => setOpen(!open)}
        >
          {open ? more(text.length - length, 'Show less') : `… ${count(text.length - length)} more`}
        </button>
      ) : null}
    </>
  );
}

function more(hidden: number, label: string): string {
  return hidden === 0 ? label : `… ${count(hidden)} more are not shown. ${label}`;
}
