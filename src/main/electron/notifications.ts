// Shows what is worth telling while the window is not in front, and counts what failed unseen on the
// app's icon. What that is, is decided elsewhere.

import { app, BrowserWindow, Notification, nativeImage } from 'electron';
import { type Alert, type AlertKind, createAlerts } from '../../shared/alerts.ts';
import type { Stats } from '../../shared/model.ts';
import type { Engine } from '../engine/engine.ts';
import type { AppWindow } from './window.ts';

export function setupNotifications(engine: Engine, window: AppWindow): void {
  if (!Notification.isSupported()) return;
  /** The last of each kind: a newer one takes its place. Kept, as one that is collected is not clicked. */
  const shown = new Map<AlertKind, Notification>();

  function tell({ kind, title, body, deliveryId }: Alert): void {
    if (window.inFront()) return;
    shown.get(kind)?.close();
    const notification = new Notification({ title, body });
    shown.set(kind, notification);
    notification.on('click', () => window.show(deliveryId));
    notification.show();
  }

  const alerts = createAlerts({
    wanted: (kind) => engine.snapshot().settings.notifications[kind],
    endpointName: (id) =>
      engine.snapshot().endpoints.find((endpoint) => endpoint.id === id)?.name ?? null,
    tell,
    later(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  engine.bus.subscribe((event) => alerts.note([event]));
  app.on('will-quit', alerts.close);
}

/** How many failed that nobody has seen, on the icon in the dock or the task bar. */
export function setupBadge(engine: Engine): void {
  const show = (stats: Stats) => {
    const failed = stats.endpoints.reduce((sum, { unreadFailed }) => sum + unreadFailed, 0);
    if (process.platform !== 'win32') {
      app.setBadgeCount(failed);
      return;
    }
    const words = `${failed} failed`;
    for (const window of BrowserWindow.getAllWindows()) {
      window.setOverlayIcon(failed === 0 ? null : redDot(), failed === 0 ? '' : words);
    }
  };
  show(engine.snapshot().stats);
  engine.bus.on('stats.changed', ({ stats }) => show(stats));
}

const DOT = 16;

/** Windows has no numbers on its icons; a mark has to do. */
function redDot() {
  const pixels = Buffer.alloc(DOT * DOT * 4);
  const middle = (DOT - 1) / 2;
  for (let y = 0; y < DOT; y++) {
    for (let x = 0; x < DOT; x++) {
      if (Math.hypot(x - middle, y - middle) > DOT / 2) continue;
      // Blue, green, red, alpha.
      pixels.set([0x36, 0x26, 0xc0, 0xff], (y * DOT + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: DOT, height: DOT });
}
