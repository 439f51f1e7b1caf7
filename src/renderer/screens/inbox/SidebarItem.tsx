// One line of the sidebar: an icon, a name, and what there is to know about it.

import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

export interface SidebarItemProps {
  icon: ReactNode;
  /** The icon says what the label does not: it stays where a narrow sidebar has room for names only. */
  iconTells?: boolean;
  label: string;
  /** What is said of it when the pointer rests on it; the label, where there is nothing. */
  title?: string;
  current: boolean;
  onSelect: () => void;
  /** Counts at the right. */
  children?: ReactNode;
  /** A button that takes the place of the counts while the pointer or the focus is here. */
  action?: ReactNode;
}

export function SidebarItem(props: SidebarItemProps) {
  const { icon, iconTells = false, label, title = label, current, onSelect } = props;
  const { children, action } = props;
  return (
    <li className="group relative">
      <button
        type="button"
        aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          onSelect();
          // After a click the arrows are for the list; after Enter the focus stays where it was.
          if (event.detail > 0) document.querySelector<HTMLElement>('[data-stream]')?.focus();
        }}
        className={cx(
          'flex h-8 w-full items-center gap-[9px] rounded-[7px] px-2.5 text-left',
          '[&_svg]:size-3.5 [&_svg]:flex-none @max-[176px]:px-2',
          current ? 'bg-sel font-semibold text-ink' : 'font-medium text-ink2 hover:bg-hover',
        )}
      >
        <span className={cx('contents', !iconTells && '@max-[176px]:hidden')}>{icon}</span>
        <span className="min-w-0 flex-1 truncate" title={title}>
          {label}
        </span>
        <span
          className={cx(
            'flex flex-none items-center gap-1.5',
            action !== undefined && 'group-focus-within:opacity-0 group-hover:opacity-0',
          )}
        >
          {children}
        </span>
      </button>
      {action === undefined ? null : (
        <span className="absolute top-1 right-1 opacity-0 focus-within:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100">
          {action}
        </span>
      )}
    </li>
  );
}

/** A plain count. */
export function Count({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span title={title} className="font-medium text-ink3 text-sm">
      {children}
    </span>
  );
}
