// A button that shows only an icon: its label is its accessible name and its tooltip.

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../lib/cx.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  label: string;
  icon: ReactNode;
  kbd?: string;
  size?: 'sm' | 'md';
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon,
  kbd,
  size = 'md',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} kbd={kbd}>
      <button
        type={type}
        aria-label={label}
        className={cx(
          'inline-flex flex-none items-center justify-center rounded-control border border-transparent',
          'text-ink2 transition-colors duration-75 hover:bg-hover hover:text-ink',
          'disabled:pointer-events-none disabled:opacity-50 data-[state=open]:bg-hover',
          size === 'md' ? 'size-[30px] [&_svg]:size-4' : 'size-6 rounded-md [&_svg]:size-3.5',
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
