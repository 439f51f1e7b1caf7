// A one-line text input, or a text area with `multiline`. `wire` sets it in the monospaced face.

import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { cx } from '../lib/cx.ts';

interface Shared {
  wire?: boolean;
  onValue: (value: string) => void;
}

export interface TextInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'>,
    Shared {
  ref?: Ref<HTMLInputElement>;
}

export interface TextAreaProps
  extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'>,
    Shared {
  ref?: Ref<HTMLTextAreaElement>;
}

const BOX =
  'w-full min-w-0 rounded-control border border-edge/60 bg-panel px-2.5 text-ink transition-colors duration-75 hover:border-edge focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-50 aria-invalid:border-bad';

export function TextInput({ wire, onValue, className, type = 'text', ...rest }: TextInputProps) {
  return (
    <input
      type={type}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onValue(event.target.value)}
      className={cx(BOX, 'h-8', wire && 'wire', className)}
      {...rest}
    />
  );
}

export function TextArea({ wire, onValue, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      spellCheck={false}
      onChange={(event) => onValue(event.target.value)}
      className={cx(BOX, 'resize-y py-1.5', wire && 'wire', className)}
      {...rest}
    />
  );
}
