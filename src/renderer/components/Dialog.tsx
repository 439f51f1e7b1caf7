// A modal dialog: title, optional description, scrolling content, a footer of buttons. Esc closes it.

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the most likely one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'xl' | 'full';
  /** Hides the title visually and leaves out the close button: for the palette. */
  bare?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
}

const WIDTHS = {
  sm: 'max-w-[400px]',
  md: 'max-w-[520px]',
  lg: 'max-w-[640px]',
  xl: 'max-w-[820px]',
  full: 'max-w-[1280px]',
};

export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, footer, size = 'md', bare = false } = props;
  const { onKeyDown } = props;
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <div className="pointer-events-none fixed inset-0 z-40 flex items-start justify-center p-4 pt-[9vh]">
          <Radix.Content
            onOpenAutoFocus={focusFirst}
            {...(onKeyDown === undefined ? {} : { onKeyDown })}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
            className={cx(
              'pointer-events-auto flex max-h-[82vh] w-full animate-rise flex-col overflow-hidden rounded-[12px]',
              'border border-line bg-panel shadow-modal focus:outline-none',
              WIDTHS[size],
            )}
          >
            <div className={bare ? 'sr-only' : 'flex items-start gap-3 px-5 pt-4 pb-3'}>
              <div className="min-w-0 flex-1">
                <Radix.Title className="text-lg">{title}</Radix.Title>
                {description === undefined ? null : (
                  <Radix.Description asChild>
                    <div className="mt-1 text-ink2">{description}</div>
                  </Radix.Description>
                )}
              </div>
              {bare ? null : (
                <IconButton
                  size="sm"
                  label="Close"
                  icon={<X aria-hidden="true" />}
                  onClick={onClose}
                />
              )}
            </div>
            {children === undefined ? null : (
              <div
                data-below-head
                className={cx('min-h-0 flex-1 overflow-y-auto', !bare && 'px-5 pb-4')}
              >
                {children}
              </div>
            )}
            {footer === undefined ? null : (
              <div
                data-below-head
                className="flex items-center justify-end gap-2 border-line border-t px-5 py-3"
              >
                {footer}
              </div>
            )}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

const CONTROL =
  ':is(button, input, select, textarea, [tabindex="0"]):not(:disabled, [tabindex="-1"])';

/**
 * What is marked `data-first-focus` gets the focus; without a mark it is the first control below the
 * head: nobody opens a dialog to close it.
 */
function focusFirst(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement)) return;
  const first =
    content.querySelector<HTMLElement>('[data-first-focus]') ??
    content.querySelector<HTMLElement>(`[data-below-head] ${CONTROL}`);
  if (first === null) return;
  event.preventDefault();
  first.focus();
}
