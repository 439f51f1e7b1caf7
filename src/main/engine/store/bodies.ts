// The files of bodies too large for the database: taken over from the receiver, found, removed.

import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { formatId, parseId } from './ids.ts';
import type { StorePaths } from './paths.ts';

const EXTENSION = '.bin';
/** What was left in `incoming` at the last stop waits under such a name for its removal. */
const LEFT_OVER = 'left-over-';
/** Files looked at between two turns of the event loop. */
const SWEEP_STEP = 100;

export function bodyPath({ bodies }: StorePaths, id: number): string {
  return join(bodies, formatId('dlv', id) + EXTENSION);
}

/** Makes the folders (mode 0700) and puts aside what a stop left half received. */
export function prepareBodyFolders({ bodies, incoming }: StorePaths): void {
  mkdirSync(bodies, { recursive: true, mode: 0o700 });
  chmodSync(bodies, 0o700);
  if (existsSync(incoming)) renameSync(incoming, freeName(join(bodies, LEFT_OVER)));
  mkdirSync(incoming, { mode: 0o700 });
}

/** Moves a received file to its place; answers the new path. Throws the file system's error. */
export function adoptBody(paths: StorePaths, id: number, received: string): string {
  const place = bodyPath(paths, id);
  renameSync(received, place);
  return place;
}

/** Removes files; those that are gone already are no error. */
export async function removeBodies(paths: StorePaths, ids: readonly number[]): Promise<void> {
  for (const id of ids) await rm(bodyPath(paths, id), { force: true });
}

/** Removes what no delivery up to `lastId` refers to. */
export async function sweepBodies(
  paths: StorePaths,
  lastId: number,
  isKept: (id: number) => boolean,
): Promise<void> {
  const names = await readdir(paths.bodies);
  for (const [index, name] of names.entries()) {
    if (name.startsWith(LEFT_OVER)) {
      await rm(join(paths.bodies, name), { recursive: true, force: true });
    }
    const id = name.endsWith(EXTENSION) ? parseId('dlv', name.slice(0, -EXTENSION.length)) : null;
    // A newer file belongs to a delivery that is just being stored.
    if (id !== null && id <= lastId && !isKept(id)) await removeBodies(paths, [id]);
    if (index % SWEEP_STEP === 0) await new Promise(setImmediate);
  }
}

function freeName(prefix: string): string {
  let number = 1;
  while (existsSync(prefix + number)) number++;
  return prefix + number;
}
