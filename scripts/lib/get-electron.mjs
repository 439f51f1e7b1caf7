// The Electron to open the window with, downloaded if need be, or the reason why there is none.

import { findElectron, hasDisplay, sandboxIsBlocked } from './electron-binary.mjs';
import { downloadElectron } from './electron-download.mjs';
import { createProgress } from './progress.mjs';

/**
 * @returns {Promise<{ ok: true, program: string } | { ok: false, why: string }>} `why` begins a
 *   sentence that goes on with what happens instead.
 */
export async function getElectron() {
  if (!hasDisplay()) return { ok: false, why: 'No display here' };
  const found = await findElectron();
  if (sandboxIsBlocked(found)) {
    return { ok: false, why: 'This system does not let Electron use its sandbox' };
  }
  if (found) return { ok: true, program: found };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return { ok: false, why: 'There is no Electron in ELECTRON_OVERRIDE_DIST_PATH' };
  }

  const progress = createProgress('Downloading Electron');
  const download = await downloadElectron(progress.update);
  progress.end();
  const program = download.ok ? await findElectron() : null;
  if (program) return { ok: true, program };
  return { ok: false, why: `Electron ${download.ok ? 'could not be unpacked' : download.why}` };
}
