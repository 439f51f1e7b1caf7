// One step of the first run: its number, or a check once it is done.

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import type { Step, StepName } from './first-run-steps.ts';

const titles: Record<StepName, string> = {
  url: 'Get a URL for your provider',
  provider: 'Say who sends, and paste the signing secret',
  test: 'Send yourself a test delivery',
};

export interface StepCardProps {
  number: number;
  step: Step;
  children: ReactNode;
}

export function StepCard({ number, step, children }: StepCardProps) {
  const { name, done, next } = step;
  return (
    <li
      aria-current={next ? 'step' : undefined}
      className={cx(
        'flex gap-3 rounded-card border p-4',
        next ? 'border-line bg-panel shadow-float' : 'border-line2 bg-panel',
      )}
    >
      <span
        className={cx(
          'grid size-6 flex-none place-items-center rounded-full font-semibold text-sm',
          done ? 'bg-okbg text-ok' : next ? 'bg-accent text-accent-ink' : 'bg-mutebg text-mute',
        )}
      >
        {done ? <Check aria-label="Done:" className="size-3.5" /> : number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h3 className="pt-0.5 text-ink">{titles[name]}</h3>
        {children}
      </div>
    </li>
  );
}
