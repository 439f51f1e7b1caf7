// The desktop app in a real Electron, driven by Playwright.

import { _electron, type ElectronApplication } from 'playwright-core';
import { atEndOfFile, makeFolder } from './at-end.ts';
import { displayEnvironment } from './display.ts';
import { type AppPage, waitUntilShown, watch } from './page.ts';
import { root, runtime } from './paths.ts';

export interface ElectronOptions {
  /** Its own empty one unless given. */
  dataDir?: string;
  /** Options of the app besides --data-dir and --port; `--tunnel none` unless they name a tunnel. */
  args?: string[];
  env?: Record<string, string>;
}

export interface Desktop extends AppPage {
  app: ElectronApplication;
  dataDir: string;
  /** Quits as the user would. */
  close(): Promise<void>;
}

/** Resolves when the window shows the interface. */
export async function launchElectron(options: ElectronOptions = {}): Promise<Desktop> {
  const { dataDir = makeFolder(), args = [] } = options;
  const tunnel = args.includes('--tunnel') ? [] : ['--tunnel', 'none'];
  const app = await _electron.launch({
    executablePath: runtime('ELECTRON'),
    args: [
      root,
      // Chromium's sandbox does not work for root, which containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      ...['--data-dir', dataDir, '--port', '0', ...tunnel, ...args],
    ],
    env: { ...environment(), ...(await displayEnvironment()), ...options.env },
    timeout: 30_000,
  });
  let closed = false;
  const close = async () => {
    if (!closed) await app.close();
    closed = true;
  };
  atEndOfFile(close);
  const watched = watch(await app.firstWindow());
  await waitUntilShown(watched.page);
  return { ...watched, app, dataDir, close };
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'HOOKGLASS_SECRET',
  );
  return Object.fromEntries(entries);
}
