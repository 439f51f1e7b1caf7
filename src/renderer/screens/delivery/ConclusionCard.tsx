// The conclusion in words, tinted by how it went, with the most likely next action.

import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import type { Tone } from '../../lib/verdict.ts';
import { toneCard, toneSign, toneText } from './tones.ts';

export interface ConclusionCardProps {
  tone: Tone;
  title: string;
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

export function ConclusionCard({ tone, title, children, actions }: ConclusionCardProps) {
  return (
    <section className={cx('rounded-card border px-[15px] py-[13px]', toneCard[tone])}>
      <h3 className="flex gap-2 text-[13.5px] text-ink leading-5">
        <span aria-hidden="true" className={cx('w-3 flex-none text-center', toneText[tone])}>
          {toneSign[tone]}
        </span>
        <span className="min-w-0 wrap-anywhere">{title}</span>
      </h3>
      {children === undefined || children === null ? null : (
        <div className="mt-1.5 flex flex-col gap-1.5 wrap-anywhere text-pretty text-ink2">
          {children}
        </div>
      )}
      {actions === undefined || actions === null ? null : (
        <div className="mt-3 flex flex-wrap gap-1.5 pl-5">{actions}</div>
      )}
    </section>
  );
}
