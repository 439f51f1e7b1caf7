// `npm start`: opens Hookglass in its Electron window, or in the browser where there is no Electron or
// no display. Everything after `--` goes to the app; `--headless` asks for the browser.

import { build, isBuildStale } from './lib/build.mjs';
import { runInFront } from './lib/child.mjs';
import {
  chromiumSwitches,
  findElectron,
  hasDisplay,
  sandboxIsBlocked,
} from './lib/electron-binary.mjs';
import { downloadElectron } from './lib/electron-download.mjs';
import { createProgress } from './lib/progress.mjs';
import { headlessHost, root } from './lib/project.mjs';

/** Options that only mean something without a window, so giving one asks for the browser too. */
const HEADLESS_ONLY = ['--json', '--no-open', '--ui-port', '--version', '--help', '-h'];
/** What a dynamic linker exits with when a program's libraries are missing. */
const EXIT_MISSING_LIBRARY = 127;

process.exitCode = await start(process.argv.slice(2)).catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});

/**
 * @param {string[]} given
 * @returns {Promise<number>} The app's exit code.
 */
async function start(given) {
  if (!(await buildIfNeeded())) return 1;
  const args = given.filter((arg) => arg !== '--headless');
  if (args.some((arg) => HEADLESS_ONLY.includes(arg.split('=')[0] ?? ''))) return headless(args);
  if (args.length < given.length) {
    return headless(args, 'Hookglass opens in the browser, as --headless asks.');
  }

  const electron = await getElectron();
  if (!electron.ok) return headless(args, `${electron.why}, so Hookglass opens in the browser.`);
  const code = await runInFront(electron.program, [root, ...chromiumSwitches(), ...args]);
  if (code !== EXIT_MISSING_LIBRARY) return code;
  return headless(
    args,
    'Electron cannot start here (see above), so Hookglass opens in the browser.',
  );
}

async function buildIfNeeded() {
  if (!isBuildStale()) return true;
  say('Building Hookglass, which takes a few seconds …');
  const built = await build();
  if (!built.ok) say(`${built.output.trim()}\nThe build failed. Is \`npm install\` done?`);
  return built.ok;
}

/**
 * The Electron to start, downloaded if need be, or why there is none.
 * @returns {Promise<{ ok: true, program: string } | { ok: false, why: string }>}
 */
async function getElectron() {
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

/**
 * @param {string[]} args
 * @param {string} [why]
 */
function headless(args, why) {
  if (why) say(why);
  return runInFront(process.execPath, [headlessHost, ...args]);
}

/**
 * Tells the user something. Not on standard output, which is the app's (`--json`).
 * @param {string} text
 */
function say(text) {
  process.stderr.write(`${text}\n`);
}
