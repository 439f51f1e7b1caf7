// An Electron without `default_app.asar` takes no app as an argument: it runs `resources/app` beside
// its executable. So each checkout gets a folder of links to such an Electron with that one added.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The program that runs `app` when given it as its first argument, made from the Electron in `folder`.
 * @param {string} folder Holds an executable named `electron` and perhaps `resources`.
 * @param {string} app The folder with the app's package.json.
 * @returns {Promise<string>}
 */
export async function programFor(folder, app) {
  const resources = join(folder, 'resources');
  const takesApp = existsSync(join(resources, 'default_app.asar'));
  if (takesApp || existsSync(join(resources, 'app'))) return join(folder, 'electron');
  const key = createHash('sha256').update(app).digest('hex').slice(0, 16);
  // Beside the original, because its executable is hard-linked and that needs the same disk.
  const linked = `${folder}-for-${key}`;
  if (!existsSync(linked)) await makeLinked(folder, linked, app);
  return join(linked, 'electron');
}

/**
 * @param {string} folder
 * @param {string} linked
 * @param {string} app
 */
async function makeLinked(folder, linked, app) {
  const work = await mkdtemp(join(dirname(folder), 'linking-'));
  try {
    for (const name of await readdir(folder)) {
      if (name === 'resources') continue;
      // Electron looks for its resources beside the file that really runs, so a symbolic link to the
      // executable would lead it back to the original folder.
      if (name === 'electron') await linkOrCopy(join(folder, name), join(work, name));
      else await symlink(join(folder, name), join(work, name));
    }
    await mkdir(join(work, 'resources'));
    await symlink(app, join(work, 'resources/app'));
    await rename(work, linked).catch((error) => {
      if (!existsSync(join(linked, 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function linkOrCopy(from, to) {
  await link(from, to).catch(() => copyFile(from, to));
}
