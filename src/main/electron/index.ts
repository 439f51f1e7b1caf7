// The desktop host: the engine in Electron's main process, its interface in one sandboxed window.

import { app } from 'electron';
import type { Options } from '../cli/args.ts';
import { setupEngine } from './engine.ts';
import { setupIpc } from './ipc-channel.ts';
import { setupMenu } from './menu.ts';
import { registerPageScheme, setupPage } from './page.ts';
import { setupPermissions } from './permissions.ts';
import { setupPower } from './power.ts';
import { prepareApp, readDesktopArgs } from './startup.ts';
import { setupWindow } from './window.ts';

const options = readDesktopArgs();
if (options && prepareApp(options)) {
  registerPageScheme();
  // Awaiting it here would wait for ever: Electron is only ready once this module has run to its end.
  void app.whenReady().then(() => open(options));
}

async function open(options: Options): Promise<void> {
  const engine = await setupEngine(options);
  if (!engine) return;
  setupPage();
  setupPermissions();
  setupMenu();
  setupIpc(engine);
  setupPower(engine);
  setupWindow();
}
