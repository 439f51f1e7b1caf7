// The frame for what a delivery repeats: a title with ways to the others, and a line about the bodies.

import { Columns2, Repeat2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';

export function CompareButton({ kbd, onClick }: { kbd?: string; onClick: () => void }) {
  return (
    <Button
      size="sm"
      variant="ghost"
      {...(kbd === undefined ? {} : { kbd })}
      icon={<Columns2 aria-hidden="true" />}
      onClick={onClick}
    >
      Compare
    </Button>
  );
}

export interface RepeatFrameProps {
  label: string;
  title: string;
  /** Smaller, below the title; its line is there also while it is empty. */
  text: string;
  /** Leads to the others, beside the title. */
  walk?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
  below?: ReactNode;
}

export function RepeatFrame({
  label,
  title,
  text,
  walk,
  children,
  below = null,
}: RepeatFrameProps) {
  return (
    <section
      aria-label={label}
      className="@container/repeats mx-[18px] mt-3 flex-none overflow-hidden rounded-control border border-line"
    >
      <div className="flex items-center gap-2 pt-1.5 pr-1.5 pl-3">
        <Repeat2 aria-hidden="true" className="size-3.5 flex-none text-ink3" />
        <p className="min-w-0 flex-1 truncate text-ink" title={title}>
          {title}
        </p>
        {walk}
      </div>
      <div className="flex min-h-[30px] flex-wrap items-center justify-end gap-x-1 pr-1.5 pb-1 pl-[34px]">
        <p
          className="min-w-0 flex-1 truncate text-ink3 text-sm @max-[340px]/repeats:min-h-[18px] @max-[340px]/repeats:basis-full"
          title={text}
        >
          {text}
        </p>
        {children}
      </div>
      {below}
    </section>
  );
}
