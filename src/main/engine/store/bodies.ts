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

export interface Bodies {
  pathOf(id: number): string;
  /** Moves a received file to its place; answers the new path. Throws the file system's error. */
  adopt(id: number, path: string): string;
  /** Removes files; those that are gone already are no error. */
  remove(ids: readonly number[]): Promise<void>;
  /** Removes what no delivery up to `lastId` refers to. */
  sweep(lastId: number, isSpooled: (id: number) => boolean): Promise<void>;
}

/** Makes the folders (mode 0700) and puts aside what a stop left half received. */
export function openBodies({ bodies, incoming }: StorePaths): Bodies {
  mkdirSync(bodies, { recursive: true, mode: 0o700 });
  chmodSync(bodies, 0o700);
  if (existsSync(incoming)) renameSync(incoming, freeName(join(bodies, LEFT_OVER)));
  mkdirSync(incoming, { mode: 0o700 });
  const pathOf = (id: number) => join(bodies, formatId('dlv', id) + EXTENSION);

  return {
    pathOf,
    adopt(id, path) {
      const place = pathOf(id);
      renameSync(path, place);
      return place;
    },
    async remove(ids) {
      for (const id of ids) await rm(pathOf(id), { force: true });
    },
    async sweep(lastId, isSpooled) {
      const names = await readdir(bodies);
      for (const [index, name] of names.entries()) {
        if (name.startsWith(LEFT_OVER))
          await rm(join(bodies, name), { recursive: true, force: true });
        const id = name.endsWith(EXTENSION)
          ? parseId('dlv', name.slice(0, -EXTENSION.length))
          : null;
        // A newer file belongs to a delivery that is just being stored.
        if (id !== null && id <= lastId && !isSpooled(id)) await rm(pathOf(id), { force: true });
        if (index % SWEEP_STEP === 0) await new Promise(setImmediate);
      }
    },
  };
}

function freeName(prefix: string): string {
  let number = 1;
  while (existsSync(prefix + number)) number++;
  return prefix + number;
}
