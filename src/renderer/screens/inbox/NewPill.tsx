// What arrived while the list stands still: a count that brings it in when pressed.

import { ArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { count, counted } from '../../lib/format.ts';
import { useStream } from '../../state/stream.ts';

/** Screen readers hear a new count at most this often. */
const ANNOUNCE_MS = 4000;

export function NewPill() {
  const searching = useStream((stream) => stream.search !== null);
  const waiting = useStream((stream) => stream.search?.arrived ?? stream.pending.count);
  const exact = useStream((stream) => stream.pending.exact || stream.search !== null);
  const reveal = useStream((stream) => stream.reveal);
  const many = counted(waiting, 'new delivery', 'new deliveries');
  return (
    <>
      {waiting === 0 && exact ? null : (
        <button
          type="button"
          onClick={reveal}
          aria-label={searching ? `${many} since this search. Search again` : `Show ${many}`}
          className="absolute top-1.5 left-1/2 z-10 flex h-[26px] -translate-x-1/2 animate-rise items-center gap-1.5 rounded-full bg-accent px-3 font-semibold text-accent-ink text-sm shadow-float hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden="true" className="size-3.5" />
          {count(waiting)}
          {exact ? '' : '+'} new{searching ? ', search again' : ''}
        </button>
      )}
      <Announcement text={waiting === 0 ? '' : many} />
    </>
  );
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
