// The button: one filled `primary` a screen at most, `default` with an edge, `ghost` without, `danger` for what destroys.

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../lib/cx.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonVariant = 'primary' | 'default' | 'ghost' | 'danger';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: ButtonVariant;
  size?: 'sm' | 'md';
  /** The key that does the same, shown after the label. */
  kbd?: string;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'bg-accent text-accent-ink border-transparent font-semibold hover:bg-accent-hover active:bg-accent',
  default: 'bg-raised text-ink border-line font-medium hover:bg-hover active:bg-line2',
  ghost: 'bg-transparent text-ink2 border-transparent font-medium hover:bg-hover hover:text-ink',
  danger: 'bg-raised text-bad border-line font-medium hover:bg-badbg active:bg-badbg',
};

const SIZES = {
  md: 'h-[30px] px-[11px] gap-[7px] text-base rounded-control',
  sm: 'h-6 px-2 gap-1.5 text-sm rounded-md',
};

export function Button({
  variant = 'default',
  size = 'md',
  kbd,
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(
        'inline-flex flex-none select-none items-center justify-center whitespace-nowrap border',
        'transition-colors duration-75 disabled:pointer-events-none disabled:opacity-50',
        '[&_svg]:size-3.5 [&_svg]:flex-none',
        VARIANTS[variant],
        SIZES[size],
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
      {kbd === undefined ? null : <Kbd>{kbd}</Kbd>}
    </button>
  );
}
