// Installs Debian packages where we may: on a Debian or Ubuntu, as root (a container, a CI machine).

import { existsSync } from 'node:fs';
import { runQuietly } from './child.mjs';

const LIMIT_MS = 5 * 60_000;
const ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
// Another apt may be at work: wait for it instead of failing.
const WAIT = ['-o', 'DPkg::Lock::Timeout=120'];

let updated = false;

export const canInstall =
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * @param {string[]} packages
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export async function install(packages) {
  if (!canInstall)
    return { ok: false, why: `${packages[0]} is missing, and only root can install it` };
  if (!updated) {
    await runQuietly('apt-get', [...WAIT, 'update'], { env: ENVIRONMENT, timeoutMs: LIMIT_MS });
    updated = true;
  }
  const names = await Promise.all(packages.map(nameHere));
  const args = [...WAIT, 'install', '-y', '--no-install-recommends', ...names];
  const installed = await runQuietly('apt-get', args, { env: ENVIRONMENT, timeoutMs: LIMIT_MS });
  if (installed.ok) return { ok: true };
  const reason = installed.output.match(/^E: .*$/m)?.[0] ?? 'E: no reason given';
  return { ok: false, why: `apt-get could not install ${packages[0]} (${reason.slice(3)})` };
}

/**
 * Since Debian 13 and Ubuntu 24.04 some libraries carry `t64` in their names (64-bit times).
 * @param {string} name
 */
async function nameHere(name) {
  if (!name.startsWith('lib')) return name;
  const renamed = await runQuietly('apt-cache', ['show', `${name}t64`], { timeoutMs: LIMIT_MS });
  return renamed.ok ? `${name}t64` : name;
}
