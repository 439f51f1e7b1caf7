// Starting with the user's session, where the system has a way to ask for it.

import { app } from 'electron';
import type { Engine } from '../engine/engine.ts';

/** Linux has none that all desktops share; and what is not packaged would start the bare Electron. */
export function canStartAtLogin(): boolean {
  return app.isPackaged && (process.platform === 'darwin' || process.platform === 'win32');
}

/** Keeps the system's list as the settings say. */
export function setupLogin(engine: Engine): void {
  if (!canStartAtLogin()) return;
  const apply = (openAtLogin: boolean) => {
    if (app.getLoginItemSettings().openAtLogin === openAtLogin) return;
    app.setLoginItemSettings({ openAtLogin, args: ['--hidden'] });
  };
  apply(engine.snapshot().settings.window.startAtLogin);
  engine.bus.on('settings.changed', ({ settings }) => apply(settings.window.startAtLogin));
}
