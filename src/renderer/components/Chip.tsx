// A small rounded label with a sign and a word, so that it is never told by colour alone.

import { cx } from '../lib/cx.ts';
import type { Tone } from '../lib/verdict.ts';

export interface ChipProps {
  tone: Tone;
  /** A one-character mark; left out for plain labels. */
  sign?: string;
  word: string;
  title?: string;
}

const TONES: Record<Tone, string> = {
  ok: 'bg-okbg text-ok',
  bad: 'bg-badbg text-bad',
  warn: 'bg-warnbg text-warn',
  mute: 'bg-mutebg text-mute',
  special: 'bg-specialbg text-special',
};

export function Chip({ tone, sign, word, title }: ChipProps) {
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-5 flex-none items-center gap-[5px] whitespace-nowrap rounded-full px-2 font-semibold text-[11.5px] leading-5',
        TONES[tone],
      )}
    >
      {sign === undefined ? null : <span aria-hidden="true">{sign}</span>}
      {word}
    </span>
  );
}
