// What arrived while the list stands still: a count that brings it in when pressed.

import { ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { count, counted } from '../../lib/format.ts';
import { type StreamState, useStream } from '../../state/stream.ts';

/** Screen readers hear a new count at most this often. */
const ANNOUNCE_MS = 4000;

export function NewPill() {
  const words = useStream(useShallow(pillWords));
  const reveal = useStream((stream) => stream.reveal);
  return (
    <>
      {words === null ? null : (
        <button
          type="button"
          onClick={reveal}
          aria-label={words.name}
          className="absolute top-1.5 left-1/2 z-10 flex h-[26px] -translate-x-1/2 animate-rise items-center gap-1.5 whitespace-nowrap rounded-full bg-accent px-3 font-semibold text-accent-ink text-sm shadow-float hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden="true" className="size-3.5" />
          {words.text}
        </button>
      )}
      <Announcement text={words === null ? '' : words.news} />
    </>
  );
}

interface PillWords {
  text: string;
  /** The accessible name. */
  name: string;
  /** What is read out. */
  news: string;
}

/** What the pill says; null when there is nothing to bring in. */
function pillWords({ search, pending }: StreamState): PillWords | null {
  if (search === null) {
    if (pending.count === 0 && pending.exact) return null;
    // In a narrow scope a flood is not told in full: there may be some, nobody knows how many.
    if (pending.count === 0) {
      const news = 'Maybe new deliveries';
      return { text: 'Look for new ones', name: 'Look for new deliveries', news };
    }
    const more = pending.exact ? '' : '+';
    const news = counted(pending.count, 'new delivery', 'new deliveries');
    return { text: `${count(pending.count)}${more} new`, name: `Show ${news}`, news };
  }
  const waiting = search.waiting.length;
  if (waiting === 0) {
    return search.stale ? { text: 'Search again', name: 'Search again', news: '' } : null;
  }
  const news = counted(waiting, 'new delivery', 'new deliveries');
  return { text: `${count(waiting)}${search.stale ? '+' : ''} new`, name: `Show ${news}`, news };
}

function Announcement({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text === said) return;
    const timer = setTimeout(() => setSaid(text), said === '' ? 300 : ANNOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text, said]);
  return (
    <span aria-live="polite" className="sr-only">
      {said}
    </span>
  );
}
