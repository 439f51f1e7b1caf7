// The one window: sandboxed, isolated, without Node. It comes up as the settings say, and comes to the
// front when it is called.

import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Engine } from '../engine/engine.ts';
import { deliveryOf } from './links.ts';
import { pageUrl } from './page.ts';

export interface AppWindow {
  /** Brings the window to the front, made anew if it was closed; with a delivery, open in it. */
  show(deliveryId: string | null): void;
  /** True while the user looks at it. */
  inFront(): boolean;
}

export interface WindowOptions {
  /** Come up without being in the way. */
  hidden: boolean;
  /** Ends the app with its last window. */
  endsWithWindow: () => boolean;
}

export function setupWindow(engine: Engine, { hidden, endsWithWindow }: WindowOptions): AppWindow {
  const show = (deliveryId: string | null) => {
    const window = onlyWindow();
    if (window === null) {
      openWindow(engine, false, deliveryId);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (deliveryId !== null) engine.bus.publish({ type: 'delivery.show', id: deliveryId });
  };
  const asked = deliveryOf(process.argv);
  const { launchMinimised } = engine.snapshot().settings.window;
  openWindow(engine, (hidden || launchMinimised) && asked === null, asked);
  engine.bus.on('settings.changed', ({ settings }) => {
    onlyWindow()?.setAlwaysOnTop(settings.window.alwaysOnTop);
  });
  app.on('second-instance', (_event, args) => show(deliveryOf(args)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    show(deliveryOf([url]));
  });
  app.on('activate', () => show(null));
  app.on('window-all-closed', () => {
    if (endsWithWindow()) app.quit();
  });
  return { show, inFront: () => onlyWindow()?.isFocused() ?? false };
}

function onlyWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null;
}

function openWindow(engine: Engine, minimised: boolean, deliveryId: string | null): void {
  const window = new BrowserWindow({
    width: 1360,
    height: 820,
    minWidth: 820,
    minHeight: 520,
    show: false,
    title: 'Hookglass',
    // What is seen before the page has painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1116' : '#f6f7f9',
    autoHideMenuBar: true,
    alwaysOnTop: engine.snapshot().settings.window.alwaysOnTop,
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (!minimised) return window.show();
    // Minimised and not hidden: so it is found in the task bar, also where there is no tray.
    window.showInactive();
    window.minimize();
  });
  const place = deliveryId === null ? '' : `#delivery=${encodeURIComponent(deliveryId)}`;
  void window.loadURL(pageUrl() + place);
}
