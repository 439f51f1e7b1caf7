// A database that cannot be used keeps all its files, under a new name.

import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import type { StorePaths } from './paths.ts';

export type Unusable = 'damaged' | 'newer';

/**
 * Renames the database, what belongs to it, and its spooled bodies. Answers the sentence for the
 * user. Throws the file system's error when a file cannot be renamed.
 */
export function setAside(paths: StorePaths, why: Unusable, now: Date): string {
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(':', '-');
  const place = freePlace(`${paths.database.replace(/\.db$/, '')}.${why}-${stamp}`);
  // The log first: a database without its log is older than one with it.
  for (const suffix of ['-wal', '-shm', '']) {
    const file = paths.database + suffix;
    if (existsSync(file)) renameSync(file, `${place}.db${suffix}`);
  }
  if (existsSync(paths.bodies)) renameSync(paths.bodies, `${place}.bodies`);
  const name = basename(`${place}.db`);
  return why === 'newer'
    ? `The stored deliveries were written by a newer version of Hookglass and are kept as ${name}. This version began with an empty list: install the newer version to see them again.`
    : `The database of stored deliveries was damaged and is kept as ${name}. Hookglass began with an empty list; endpoints and settings are as on the first start.`;
}

function freePlace(wanted: string): string {
  let place = wanted;
  for (let number = 2; existsSync(`${place}.db`) || existsSync(`${place}.bodies`); number++) {
    place = `${wanted}-${number}`;
  }
  return place;
}
