// A labelled form field with its help and its error, tied together for screen readers.

import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx.ts';

/** What the control must spread onto itself. */
export interface FieldControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

export interface FieldProps {
  label: string;
  help?: ReactNode;
  error?: string | null;
  /** Says beside the label that it may stay empty. */
  optional?: boolean;
  className?: string;
  children: (control: FieldControlProps) => ReactNode;
}

export function Field({ label, help, error, optional, className, children }: FieldProps) {
  const id = useId();
  const failed = error !== undefined && error !== null && error !== '';
  const described = [help === undefined ? '' : `${id}-help`, failed ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-ink">
        {label}
        {optional ? <span className="font-normal text-ink3"> (optional)</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': failed ? true : undefined,
      })}
      {help === undefined ? null : (
        <div id={`${id}-help`} className="text-ink3 text-sm">
          {help}
        </div>
      )}
      {failed ? (
        <p id={`${id}-error`} role="alert" className="text-bad text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
