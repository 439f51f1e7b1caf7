// How a tone looks in the detail pane: its text, its card, its sign.

import type { Tone } from '../../lib/verdict.ts';

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  bad: 'text-bad',
  warn: 'text-warn',
  mute: 'text-ink3',
  special: 'text-special',
};

/** A card's background and edge: tinted where it has to be seen, plain where all is well. */
export const toneCard: Record<Tone, string> = {
  ok: 'border-[color-mix(in_srgb,var(--ok)_28%,var(--line))] bg-[color-mix(in_srgb,var(--okbg)_50%,var(--panel))]',
  bad: 'border-[color-mix(in_srgb,var(--bad)_30%,var(--line))] bg-[color-mix(in_srgb,var(--badbg)_55%,var(--panel))]',
  warn: 'border-[color-mix(in_srgb,var(--warn)_30%,var(--line))] bg-[color-mix(in_srgb,var(--warnbg)_55%,var(--panel))]',
  mute: 'border-line bg-bg',
  special:
    'border-[color-mix(in_srgb,var(--special)_28%,var(--line))] bg-[color-mix(in_srgb,var(--specialbg)_55%,var(--panel))]',
};

export const toneSign: Record<Tone, string> = {
  ok: '✓',
  bad: '✕',
  warn: '!',
  mute: '○',
  special: '⇄',
};
