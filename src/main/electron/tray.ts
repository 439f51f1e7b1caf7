// The icon in the tray: the public URL to copy, pausing, the window, and the way out.

import { fileURLToPath } from 'node:url';
import { app, clipboard, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { Engine } from '../engine/engine.ts';
import type { AppWindow } from './window.ts';

const ICON = fileURLToPath(new URL('../../resources/icon-256.png', import.meta.url));
const ICON_SIZE = process.platform === 'darwin' ? 18 : 24;
/** Kept here: a tray that is collected disappears. */
let tray: Tray | null = null;

/** False where the system has no place for one. */
export function setupTray(): boolean {
  try {
    const icon = nativeImage.createFromPath(ICON);
    if (icon.isEmpty()) return false;
    tray = new Tray(icon.resize({ width: ICON_SIZE, height: ICON_SIZE }));
    tray.setToolTip('Hookglass');
    return true;
  } catch {
    return false;
  }
}

/** Fills the menu, and keeps it true. */
export function fillTray(engine: Engine, window: AppWindow): void {
  if (tray === null) return;
  const update = () => tray?.setContextMenu(Menu.buildFromTemplate(menuOf(engine, window)));
  tray.on('click', () => window.show(null));
  engine.bus.on('tunnel.changed', update);
  engine.bus.on('receiver.changed', update);
  update();
}

function menuOf(engine: Engine, window: AppWindow): MenuItemConstructorOptions[] {
  const { tunnel, receiver } = engine.snapshot();
  const url = tunnel.publicUrl ?? receiver.url;
  return [
    { label: url, enabled: false },
    {
      label: tunnel.publicUrl === null ? 'Copy the receiver URL' : 'Copy the public URL',
      click: () => clipboard.writeText(url),
    },
    { type: 'separator' },
    {
      label: receiver.paused ? 'Resume receiving' : 'Pause receiving',
      click: () => void engine.dispatch('receiver.pause', { paused: !receiver.paused }),
    },
    { label: 'Show Hookglass', click: () => window.show(null) },
    { type: 'separator' },
    { label: 'Quit', click: () => app.quit() },
  ];
}
