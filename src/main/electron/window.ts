// The one window: sandboxed, isolated, without Node.

import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { pageUrl } from './page.ts';

export function setupWindow(): void {
  openWindow();
  app.on('second-instance', bringToFront);
  app.on('activate', bringToFront);
  app.on('window-all-closed', () => app.quit());
}

function openWindow(): void {
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
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl());
}

function bringToFront(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
