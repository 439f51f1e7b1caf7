// Where the keyboard goes back to when a dialog closes. (Where it begins is marked by `data-first-focus`.)

import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to what had it when `open` became true. Call it in the component that shows
 * the dialog, not in the dialog: by then the dialog is gone, and with it its hold on the focus.
 */
export function useReturnFocus(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return;
    const opener = openerOf(document.activeElement);
    return () => {
      if (opener?.isConnected) opener.focus({ preventScroll: true });
    };
  }, [open]);
}

/** A menu is gone by the time its dialog closes: what opened the menu counts. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role="menu"]');
  const trigger = menu?.getAttribute('aria-labelledby');
  const element = trigger ? document.getElementById(trigger) : active;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
