// Starts the engine for the desktop app, and stops it before the app ends.

import { app, dialog, safeStorage, shell } from 'electron';
import { version } from '../../../package.json';
import { type Options, runOverrides } from '../cli/args.ts';
import { dataDirOf } from '../cli/data-dir.ts';
import { type Engine, type EngineOptions, startEngine } from '../engine/engine.ts';
import { describeError } from '../engine/errors.ts';
import type { Cipher } from '../engine/secrets/vault.ts';
import { saveFile } from './save-file.ts';

/** Null when it could not start; the user was told why. */
export async function setupEngine(
  options: Options,
  desktop: EngineOptions['desktop'],
): Promise<Engine | null> {
  const dataDir = dataDirOf(options.dataDir);
  try {
    const engine = await startEngine({
      host: 'electron',
      version,
      dataDir,
      readerWorker: new URL('./reader-worker.js', import.meta.url),
      port: options.port,
      cipher: keychain(),
      overrides: runOverrides(options),
      tunnel: {
        kind: options.tunnel,
        host: options.tunnelHost,
        subdomain: options.subdomain,
        start: options.tunnel === null ? null : options.tunnel !== 'none',
      },
      saveFile,
      revealDataFolder: async () => (await shell.openPath(dataDir)) === '',
      onAnswered: null,
      desktop,
    });
    stopWithApp(engine);
    return engine;
  } catch (error) {
    dialog.showErrorBox('Hookglass could not start', describeError(error).message);
    app.exit(1);
    return null;
  }
}

/**
 * Null where Electron would only pretend: without a keyring on Linux its `basic_text` backend
 * encrypts with a fixed key. The plain file of mode 0600 says what it is.
 */
function keychain(): Cipher | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') {
    return null;
  }
  return {
    seal: (value) => safeStorage.encryptString(value).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

function stopWithApp(engine: Engine): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
}
