// The Electron binary that `npm start` and the tests use, and whether this machine can show a window.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { programFor } from './launch-folder.mjs';
import { root } from './project.mjs';

const packageFolder = join(root, 'node_modules/electron');

/**
 * The program to start with the checkout's folder as its first argument; null when there is none yet.
 * @returns {Promise<string | null>}
 */
export async function findElectron() {
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = overridden || join(packageFolder, 'dist');
  const program = join(folder, readOr(join(packageFolder, 'path.txt'), defaultName()));
  if (!existsSync(program)) return null;
  if (!overridden && !isWantedVersion(folder)) return null;
  return process.platform === 'linux' ? programFor(folder, root) : program;
}

/** Linux without an X or Wayland display; other systems always have one. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * The switches Chromium needs here before anything else.
 * @returns {string[]}
 */
export function chromiumSwitches() {
  // Chromium refuses to run as root with its sandbox, which needs an ordinary user. Nobody else goes
  // without it: pages show what strangers sent.
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * True where Linux is set up so that Chromium's sandbox cannot work (Ubuntu 24.04 restricts the
 * kernel's user namespaces): Electron would end at once with a page of errors.
 * @param {string | null} program An Electron whose set-user-id helper may help out.
 */
export function sandboxIsBlocked(program) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return false;
  const blocked =
    readOr('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '0') === '1' ||
    readOr('/proc/sys/kernel/unprivileged_userns_clone', '1') === '0' ||
    readOr('/proc/sys/user/max_user_namespaces', '1') === '0';
  return blocked && !(program && hasSandboxHelper(program));
}

/** @param {string} program */
function hasSandboxHelper(program) {
  try {
    const { uid, mode } = statSync(join(program, '../chrome-sandbox'));
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

/** @param {string} dist */
function isWantedVersion(dist) {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return readOr(join(dist, 'version'), version).replace(/^v/, '') === version;
}

function defaultName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * @param {string} path
 * @param {string} fallback
 */
function readOr(path, fallback) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return fallback;
  }
}
