// Builds the main process and the preload script, and again whenever one of their sources changes.

import { build } from 'vite';

/**
 * Resolves after the first builds, with what ends the watching. A build that fails is told by Vite.
 * @param {import('vite').InlineConfig[]} configs As electron-vite has resolved them.
 * @param {() => void} onRebuilt
 * @returns {Promise<() => Promise<void>>}
 */
export async function watchBuild(configs, onRebuilt) {
  /** @type {(() => Promise<void>)[]} */
  const endings = [];
  for (const config of configs) endings.push(await watchOne(config, onRebuilt));
  return async () => {
    await Promise.all(endings.map((end) => end()));
  };
}

/**
 * @param {import('vite').InlineConfig} config
 * @param {() => void} onRebuilt
 * @returns {Promise<() => Promise<void>>}
 */
async function watchOne(config, onRebuilt) {
  const watched = { ...config, build: { ...config.build, watch: {} } };
  const watcher = /** @type {import('vite').Rolldown.RolldownWatcher} */ (await build(watched));
  let built = false;
  let failed = false;
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') failed = false;
      if (event.code === 'BUNDLE_END') void event.result.close();
      if (event.code === 'ERROR') failed = true;
      // Also the first build is waited for until it is without mistakes.
      if (event.code !== 'END' || failed) return;
      if (built) onRebuilt();
      built = true;
      resolve(undefined);
    });
  });
  return () => watcher.close();
}
