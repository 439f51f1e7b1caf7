// Tells of what happens while one looks elsewhere, in the browser; the desktop app has its host do it.

import { createAlerts } from '../../shared/alerts.ts';
import type { AppEvent } from '../../shared/contract.ts';
import { later } from '../lib/later.ts';
import { showNotification } from '../lib/notify.ts';
import { useApp } from './app.ts';
import { useView } from './view.ts';

const alerts = createAlerts({
  wanted: (kind) => useApp.getState().settings.notifications[kind],
  endpointName: (id) =>
    useApp.getState().endpoints.find((endpoint) => endpoint.id === id)?.name ?? null,
  tell(alert) {
    if (document.hasFocus()) return;
    showNotification(alert, () => {
      if (alert.deliveryId !== null) showDelivery(alert.deliveryId);
    });
  },
  later,
});

/** What is so at the start needs no telling. */
export function beginAlerts(): void {
  alerts.begin(useApp.getState().tunnel);
}

/** Notes what is worth telling, and shows what the host was asked to show. */
export function applyToAlerts(events: readonly AppEvent[]): void {
  if (useApp.getState().host === 'headless') alerts.note(events);
  for (const event of events) if (event.type === 'delivery.show') showDelivery(event.id);
}

/** Opens a delivery wherever it is: in the list of all. */
export function showDelivery(id: string): void {
  const view = useView.getState();
  view.close();
  view.setQuery('');
  view.setScope({ endpointId: null, only: null });
  view.select(id);
}

/** The delivery that the page's address asks for, as `#delivery=…`; it is taken out of the address. */
export function deliveryInAddress(): string | null {
  const parts = new URLSearchParams(location.hash.slice(1));
  const id = parts.get('delivery');
  if (id === null) return null;
  parts.delete('delivery');
  const rest = parts.size === 0 ? '' : `#${parts}`;
  history.replaceState(null, '', location.pathname + location.search + rest);
  return id;
}
