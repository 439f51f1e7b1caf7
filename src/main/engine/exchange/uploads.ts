// Files that are handed over in pieces, because calls are made of small frames: kept in a folder of
// their own until they are whole and read, or given up.

import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HookglassError } from '../errors.ts';

export interface Uploads {
  /** Rejects `conflict` when too many are under way. */
  begin(size: number): Promise<string>;
  /** Resolves with the bytes so far. Rejects `not-found`, and `bad-input` for more than was said. */
  append(id: string, bytes: Buffer): Promise<number>;
  /** Runs `use` on the whole file and removes it. Rejects `bad-input` when not all has come. */
  finish<T>(id: string, use: (path: string) => Promise<T>): Promise<T>;
  cancel(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface UploadsOptions {
  /** Emptied at start. */
  folder: string;
  newId: () => string;
  /** Calls back later, unless it is told not to. */
  later: (ms: number, work: () => void) => () => void;
}

interface Upload {
  path: string;
  file: FileHandle;
  size: number;
  received: number;
  /** What was asked last; pieces are written one after another. */
  last: Promise<unknown>;
  forget: () => void;
}

const MAX_UNDER_WAY = 4;
/** One that is not continued for so long was given up without a word. */
const IDLE_MS = 10 * 60_000;

export function createUploads({ folder, newId, later }: UploadsOptions): Uploads {
  const uploads = new Map<string, Upload>();
  rmSync(folder, { recursive: true, force: true });

  function find(id: string): Upload {
    const upload = uploads.get(id);
    if (upload !== undefined) return upload;
    throw new HookglassError('not-found', 'This import is not under way any more. Begin it again.');
  }

  async function end(id: string): Promise<boolean> {
    const upload = uploads.get(id);
    if (upload === undefined) return false;
    uploads.delete(id);
    upload.forget();
    await upload.last.catch(() => {});
    await upload.file.close().catch(() => {});
    await rm(upload.path, { force: true });
    return true;
  }

  function keep(id: string, upload: Upload): void {
    upload.forget();
    upload.forget = later(IDLE_MS, () => void end(id));
  }

  return {
    async begin(size) {
      if (uploads.size >= MAX_UNDER_WAY) {
        throw new HookglassError('conflict', 'Wait for the imports that are under way.');
      }
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const id = newId();
      const path = join(folder, `${id}.part`);
      const file = await open(path, 'wx', 0o600);
      const upload = { path, file, size, received: 0, last: Promise.resolve(), forget: () => {} };
      uploads.set(id, upload);
      keep(id, upload);
      return id;
    },
    async append(id, bytes) {
      const upload = find(id);
      const at = upload.received;
      if (at + bytes.length > upload.size) {
        throw new HookglassError('bad-input', 'More came than was said at the beginning.');
      }
      upload.received += bytes.length;
      const before = upload.last;
      upload.last = before.then(() => upload.file.write(bytes, 0, bytes.length, at));
      await upload.last;
      keep(id, upload);
      return upload.received;
    },
    async finish(id, use) {
      const upload = find(id);
      upload.forget();
      try {
        await upload.last;
        if (upload.received === upload.size) return await use(upload.path);
        throw new HookglassError('bad-input', 'The file did not arrive whole. Import it again.');
      } finally {
        await end(id);
      }
    },
    cancel: end,
    async close() {
      for (const id of [...uploads.keys()]) await end(id);
    },
  };
}
