// The search field of a code view: Enter for the next match, Shift-Enter for the one before, Esc to close.

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { count } from '../../lib/format.ts';
import type { Find } from './use-find.ts';

export function FindBar({ find }: { find: Find }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') find.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const matches = find.found?.starts.length ?? 0;
  return (
    <search className="flex flex-none items-center gap-1 border-line2 border-b px-2 py-1.5">
      <TextInput
        ref={input}
        wire
        aria-label="Find in this body"
        placeholder="Find in this body"
        className="h-7! max-w-72"
        value={find.query}
        onValue={find.setQuery}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="min-w-20 flex-1 px-1 text-ink3 text-sm">
        {tally(find, matches)}
      </span>
      <IconButton
        size="sm"
        label="Match before"
        kbd="⇧↵"
        disabled={matches === 0}
        icon={<ChevronUp aria-hidden="true" />}
        onClick={() => find.step(-1)}
      />
      <IconButton
        size="sm"
        label="Next match"
        kbd="↵"
        disabled={matches === 0}
        icon={<ChevronDown aria-hidden="true" />}
        onClick={() => find.step(1)}
      />
      <IconButton
        size="sm"
        label="Close the search"
        kbd="Esc"
        icon={<X aria-hidden="true" />}
        onClick={find.close}
      />
    </search>
  );
}

function tally(find: Find, matches: number): string {
  if (find.query === '' || find.found === null) return '';
  if (matches === 0) return 'Not found';
  const all = find.found.more ? `more than ${count(matches)}` : count(matches);
  return `${count(find.current + 1)} of ${all}`;
}
