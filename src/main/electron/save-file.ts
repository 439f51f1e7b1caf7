// Asks where a file is to go, and writes it there: whole, or not at all.

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { app, dialog } from 'electron';
import type { EngineOptions } from '../engine/engine.ts';
import { HookglassError } from '../engine/errors.ts';

type SaveFile = NonNullable<EngineOptions['saveFile']>;

/** Resolves with false when nothing was chosen. Rejects when it could not be written. */
export const saveFile: SaveFile = async (name, open) => {
  const defaultPath = join(app.getPath('downloads'), name);
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
  if (canceled || !filePath) return false;
  const part = `${filePath}.part`;
  try {
    await pipeline(open(), createWriteStream(part));
    await rename(part, filePath);
    return true;
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    const why = error instanceof Error ? error.message : String(error);
    throw new HookglassError('store-unavailable', `The file could not be written: ${why}`);
  }
};
