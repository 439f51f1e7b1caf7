// Finds programs by name, without asking a shell.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first of `names` that is on the PATH.
 * @param {string[]} names
 * @returns {string | null}
 */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return firstRunnable(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

/**
 * @param {string[]} paths
 * @returns {string | null}
 */
export function firstRunnable(paths) {
  return paths.find(isRunnable) ?? null;
}

/** @param {string} path */
function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
