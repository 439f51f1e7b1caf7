// Where the keyboard is when a dialog opens, and where it goes back to when it closes.

import { useLayoutEffect } from 'react';

/** As a `ref`: gives an element the focus when it appears. Stable, so that it acts only once. */
export function focusWhenMounted(element: HTMLElement | null): void {
  element?.focus();
}

/** Gives the focus back to what had it before the dialog; call it in the component that holds the dialog. */
export function useReturnFocus(): void {
  useLayoutEffect(() => {
    const opener = openerOf(document.activeElement);
    return () => {
      if (opener?.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
}

/** A menu is gone by the time its dialog closes: what opened the menu counts. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role="menu"]');
  const trigger = menu?.getAttribute('aria-labelledby');
  const element = trigger ? document.getElementById(trigger) : active;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
