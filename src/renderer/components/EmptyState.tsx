// What is shown where there is nothing yet: an icon, what happened or will, and the next step.

import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  /** Buttons for the next step. */
  actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex h-full max-w-96 flex-col items-center justify-center gap-2 p-6 text-center">
      {icon === undefined ? null : (
        <span
          aria-hidden="true"
          className="mb-1 grid size-10 place-items-center rounded-card bg-mutebg text-ink2 [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="font-semibold text-ink text-lg">{title}</p>
      {children === undefined ? null : <div className="text-balance text-ink2">{children}</div>}
      {actions === undefined ? null : <div className="mt-2 flex gap-2">{actions}</div>}
    </div>
  );
}
