// What must be settled before Electron is ready: the arguments, one instance, and where Chromium
// keeps its own files.

import { join } from 'node:path';
import { app } from 'electron';
import { version } from '../../../package.json';
import { HELP, type Options, readArgs } from '../cli/args.ts';
import { dataDirOf } from '../cli/data-dir.ts';

/** Null when there is nothing to run: help, version or a mistake was answered. */
export function readDesktopArgs(): Options | null {
  // Electron's own executable has the app's path as its first argument; a packaged one has not.
  const args = process.argv.slice(app.isPackaged ? 1 : 2);
  const parsed = readArgs(args, process.env, { ignoreUnknown: true });
  switch (parsed.kind) {
    case 'help':
      process.stdout.write(HELP);
      app.exit(0);
      return null;
    case 'version':
      process.stdout.write(`${version}\n`);
      app.exit(0);
      return null;
    case 'mistake':
      process.stderr.write(`hookglass: ${parsed.message}\n`);
      app.exit(2);
      return null;
    case 'run':
      return parsed.options;
  }
}

/** False when another window of Hookglass runs already: that one comes to the front instead. */
export function prepareApp(options: Options): boolean {
  app.setName('Hookglass');
  // Chromium's caches live below our data folder: removing that removes everything.
  app.setPath('userData', join(dataDirOf(options.dataDir), 'chromium'));
  // It would take away `--no-sandbox`, without which Chromium does not run for root (containers).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (app.requestSingleInstanceLock()) return true;
  app.exit(0);
  return false;
}
