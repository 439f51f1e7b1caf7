// The desktop host: the engine in Electron's main process, its interface in one sandboxed window.

import { app } from 'electron';
import type { Options } from '../cli/args.ts';
import { setupEngine } from './engine.ts';
import { setupIpc } from './ipc-channel.ts';
import { setupLinks } from './links.ts';
import { canStartAtLogin, setupLogin } from './login.ts';
import { setupMenu } from './menu.ts';
import { setupBadge, setupNotifications } from './notifications.ts';
import { registerPageScheme, setupPage } from './page.ts';
import { setupPermissions } from './permissions.ts';
import { setupPower } from './power.ts';
import { prepareApp, readDesktopArgs } from './startup.ts';
import { fillTray, setupTray } from './tray.ts';
import { setupWindow } from './window.ts';

const options = readDesktopArgs();
if (options && prepareApp(options)) {
  registerPageScheme();
  // Awaiting it here would wait for ever: Electron is only ready once this module has run to its end.
  void app.whenReady().then(() => open(options));
}

async function open(options: Options): Promise<void> {
  const hasTray = setupTray();
  const engine = await setupEngine(options, { startAtLogin: canStartAtLogin(), tray: hasTray });
  if (!engine) return;
  setupPage();
  setupPermissions();
  setupMenu(engine);
  setupIpc(engine);
  setupPower(engine);
  setupLinks();
  const window = setupWindow(engine, {
    hidden: process.argv.includes('--hidden'),
    endsWithWindow: () => !hasTray || !engine.snapshot().settings.window.keepInTray,
  });
  fillTray(engine, window);
  setupNotifications(engine, window);
  setupBadge(engine);
  setupLogin(engine);
}
