// A line above a body that says what one should know about how it is shown.

import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export interface ViewerNoticeProps {
  tone?: 'info' | 'warn' | 'bad';
  children: ReactNode;
  /** A button. */
  action?: ReactNode;
}

const TONES = {
  info: 'bg-mutebg text-ink2',
  warn: 'bg-warnbg text-warn',
  bad: 'bg-badbg text-bad',
};

export function ViewerNotice({ tone = 'info', children, action }: ViewerNoticeProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div
      role={tone === 'info' ? undefined : 'status'}
      className={cx(
        'flex flex-none items-start gap-2 rounded-control px-3 py-2 [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:flex-none',
        TONES[tone],
      )}
    >
      <Icon aria-hidden="true" />
      <p className="min-w-0 flex-1 break-words">{children}</p>
      {action}
    </div>
  );
}
