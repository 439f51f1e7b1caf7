// Where things are: the checkout, what it builds to, and the cache that all checkouts share.

import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const headlessHost = join(root, 'out/main/headless.js');

/** The script of a package's command, for `node <script>`: spawning it needs no shell anywhere. */
export const commands = {
  biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
  'electron-vite': join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
};

/**
 * The user's cache folder for things that are large and the same for every checkout.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'hookglass');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/hookglass');
  if (process.platform === 'win32' && env.LOCALAPPDATA) {
    return join(env.LOCALAPPDATA, 'hookglass', 'Cache');
  }
  return join(homedir(), '.cache/hookglass');
}
