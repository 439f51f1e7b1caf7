// Notifications of the browser, where a page may show them once its user has said so.

import type { Alert } from '../../shared/alerts.ts';

export type Permission = NotificationPermission | 'unsupported';

export function notifyPermission(): Permission {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

/** Has the browser ask its user; it asks only in answer to a click. */
export async function askPermission(): Promise<Permission> {
  return 'Notification' in window ? Notification.requestPermission() : 'unsupported';
}

/** Shows an alert in place of the one before of its kind, also of another tab. */
export function showNotification({ kind, title, body }: Alert, onClick: () => void): void {
  if (notifyPermission() !== 'granted') return;
  const shown = new Notification(title, { body, tag: `hookglass-${kind}` });
  shown.onclick = () => {
    window.focus();
    shown.close();
    onClick();
  };
}
