// A line across the window: what happened, and what to do about it.

import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { cx } from '../../lib/cx.ts';

export interface BannerProps {
  tone: 'info' | 'warn' | 'bad';
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}

const TONES = {
  info: 'bg-sel text-ink',
  warn: 'bg-warnbg text-warn',
  bad: 'bg-badbg text-bad',
};

export function Banner({ tone, children, actions, onDismiss }: BannerProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx(
        'flex min-h-9 flex-none items-center gap-2.5 border-line border-b px-4 py-1',
        TONES[tone],
      )}
    >
      <Icon aria-hidden="true" className="size-4 flex-none" />
      <div className="min-w-0 flex-1 text-ink [overflow-wrap:anywhere]">{children}</div>
      {actions}
      {onDismiss === undefined ? null : (
        <IconButton size="sm" label="Dismiss" icon={<X aria-hidden="true" />} onClick={onDismiss} />
      )}
    </div>
  );
}
