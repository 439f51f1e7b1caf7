// A small rounded label with a sign and a word, so that it is never told by colour alone.

import { ArrowLeftRight, Check, Circle, type LucideIcon, TriangleAlert, X } from 'lucide-react';
import { cx } from '../lib/cx.ts';
import type { Sign, Tone } from '../lib/verdict.ts';

export interface ChipProps {
  tone: Tone;
  /** A mark that tells the tones apart without colour; left out for plain labels. */
  sign?: Sign;
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

// Drawn, because the faces do not have these characters and each system would show its own.
const SIGNS: Record<Sign, LucideIcon> = {
  '✓': Check,
  '✕': X,
  '○': Circle,
  '⇄': ArrowLeftRight,
  '!': TriangleAlert,
};

export function Chip({ tone, sign, word, title }: ChipProps) {
  const Icon = sign === undefined ? null : SIGNS[sign];
  return (
    <span
      title={title}
      className={cx(
        'inline-flex h-5 flex-none items-center gap-1 whitespace-nowrap rounded-full px-2 font-semibold text-[11.5px] leading-5',
        TONES[tone],
      )}
    >
      {Icon === null ? null : (
        <Icon
          aria-hidden="true"
          className={cx('flex-none', sign === '○' ? 'size-2' : 'size-[11px]')}
          strokeWidth={sign === '○' ? 4 : 2.8}
        />
      )}
      {word}
    </span>
  );
}
