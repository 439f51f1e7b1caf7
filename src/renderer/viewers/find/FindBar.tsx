// The search field of a body: Enter for the next match, Shift-Enter for the one before, Esc to close.

import { Binary, CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { count } from '../../lib/format.ts';
import { isMac } from '../../lib/keyboard.ts';
import type { FindQuery } from './pattern.ts';
import type { Find } from './use-find.ts';

type Option = Exclude<keyof FindQuery, 'text'>;

const OPTIONS: Record<Option, { label: string; key: string; icon: ReactNode }> = {
  matchCase: { label: 'Match case', key: 'c', icon: <CaseSensitive aria-hidden="true" /> },
  wholeWord: { label: 'Whole words', key: 'w', icon: <WholeWord aria-hidden="true" /> },
  regex: { label: 'Regular expression', key: 'r', icon: <Regex aria-hidden="true" /> },
  hex: { label: 'Bytes in hexadecimal', key: 'x', icon: <Binary aria-hidden="true" /> },
};

const OFFERED: Record<Find['kind'], Option[]> = {
  text: ['matchCase', 'wholeWord', 'regex'],
  bytes: ['matchCase', 'hex'],
};

export function FindBar({ find }: { find: Find }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (find.asked > 0) input.current?.select();
  }, [find.asked]);
  const { outcome } = find;
  const matches = outcome?.kind === 'found' ? outcome.found.starts.length : 0;
  const mistake = outcome?.kind === 'mistake' ? outcome.message : null;
  return (
    <search className="flex flex-none flex-wrap items-center gap-x-1 gap-y-1.5 border-line2 border-b px-2 py-1.5">
      <TextInput
        ref={input}
        wire
        aria-label="Find in this body"
        aria-invalid={mistake === null ? undefined : true}
        placeholder={find.query.hex ? 'Find bytes, such as 0d 0a' : 'Find in this body'}
        className="h-7! min-w-36 max-w-72 flex-1"
        value={find.query.text}
        onValue={(text) => find.setQuery({ text })}
        onKeyDown={(event) => onKeyDown(event, find)}
      />
      {OFFERED[find.kind].map((option) => (
        <OptionButton key={option} option={option} find={find} />
      ))}
      <span
        role="status"
        title={mistake ?? undefined}
        className={`min-w-20 flex-1 truncate px-1 text-sm ${mistake === null ? 'text-ink3' : 'text-bad'}`}
      >
        {mistake ?? tally(find)}
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

function OptionButton({ option, find }: { option: Option; find: Find }) {
  const { label, key, icon } = OPTIONS[option];
  return (
    <IconButton
      size="sm"
      label={label}
      kbd={`${isMac ? '⌥' : 'Alt '}${key.toUpperCase()}`}
      icon={icon}
      aria-pressed={find.query[option]}
      className="aria-pressed:bg-sel aria-pressed:text-accent"
      onClick={() => find.setQuery({ [option]: !find.query[option] })}
    />
  );
}

function onKeyDown(event: KeyboardEvent, find: Find): void {
  const option = event.altKey
    ? OFFERED[find.kind].find((name) => event.code === `Key${OPTIONS[name].key.toUpperCase()}`)
    : undefined;
  if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') find.close();
  else if (option !== undefined) find.setQuery({ [option]: !find.query[option] });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function tally({ outcome }: Find): string {
  if (outcome?.kind !== 'found') return '';
  const { found, current } = outcome;
  const matches = found.starts.length;
  if (matches === 0) return 'Not found';
  const all = found.more ? `more than ${count(matches)}` : count(matches);
  return `${count(current + 1)} of ${all}`;
}
