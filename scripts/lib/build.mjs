// Builds the app when what is in `out/` is not what the sources say.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child.mjs';
import { commands, root } from './project.mjs';

const SOURCES = ['src', 'resources', 'package.json', 'electron.vite.config.ts'];
const OUTPUTS = [
  'out/main/index.js',
  'out/main/headless.js',
  'out/main/reader-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** By modification times alone: a few milliseconds, and a fresh checkout always counts as stale. */
export function isBuildStale() {
  const built = Math.min(...OUTPUTS.map((path) => modified(join(root, path)) ?? 0));
  return SOURCES.some((path) => newest(join(root, path)) > built);
}

/** @returns {Promise<import('./child.mjs').Finished>} */
export function build() {
  const args = [commands['electron-vite'], 'build', '--logLevel', 'warn'];
  return runQuietly(process.execPath, args, { cwd: root });
}

/**
 * The newest modification time in a file or folder. A folder's own time counts too: it tells of
 * files that were removed.
 * @param {string} path
 * @returns {number} Milliseconds since the epoch.
 */
function newest(path) {
  let time = modified(path) ?? 0;
  for (const entry of entriesOf(path)) time = Math.max(time, newest(join(path, entry)));
  return time;
}

/** @param {string} path */
function entriesOf(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** @param {string} path */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
