// Builds the main process and the preload script, and again whenever one of their sources changes.

import { build } from 'vite';

/**
 * Resolves after the first builds, with what ends the watching.
 * @param {import('vite').InlineConfig[]} configs As electron-vite has resolved them.
 * @param {{ onRebuilt(): void, onError(error: Error): void }} listeners
 * @returns {Promise<() => Promise<void>>}
 */
export async function watchBuild(configs, listeners) {
  /** @type {(() => Promise<void>)[]} */
  const endings = [];
  for (const config of configs) endings.push(await watchOne(config, listeners));
  return async () => {
    await Promise.all(endings.map((end) => end()));
  };
}

/**
 * @param {import('vite').InlineConfig} config
 * @param {{ onRebuilt(): void, onError(error: Error): void }} listeners
 * @returns {Promise<() => Promise<void>>}
 */
async function watchOne(config, { onRebuilt, onError }) {
  const watched = { ...config, build: { ...config.build, watch: {} } };
  const watcher = /** @type {import('vite').Rolldown.RolldownWatcher} */ (await build(watched));
  let built = false;
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') void event.result.close();
      // A first build with a mistake in it is waited for: saving the file again mends it.
      if (event.code === 'ERROR') onError(event.error);
      if (event.code !== 'END') return;
      if (built) onRebuilt();
      built = true;
      resolve(undefined);
    });
  });
  return () => watcher.close();
}
