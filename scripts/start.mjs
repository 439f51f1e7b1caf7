// `npm start`: opens Hookglass in its Electron window, or in the browser where there is no Electron or
// no display. Everything after `--` goes to the app; `--headless` asks for the browser.

import { build, isBuildStale } from './lib/build.mjs';
import { exitCodeOf, runInFront } from './lib/child.mjs';
import { chromiumSwitches } from './lib/electron-binary.mjs';
import { getElectron } from './lib/get-electron.mjs';
import { headlessHost, root } from './lib/project.mjs';

/** Options that only mean something without a window, so giving one asks for the browser too. */
const WITHOUT_WINDOW = ['--headless', '--json', '--no-open', '--ui-port'];
/** Answered at once, with nothing opened. */
const QUESTIONS = ['--version', '--help', '-h'];
/** Missing libraries (127), and the signals Chromium dies of when a display cannot be opened. */
const CANNOT_START = [127, exitCodeOf('SIGTRAP'), exitCodeOf('SIGABRT'), exitCodeOf('SIGSEGV')];
/** Later than that, it did start; what ended it then is another matter. */
const START_LIMIT_MS = 10_000;

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
  const names = given.map((arg) => arg.split('=')[0] ?? '');
  if (names.some((name) => QUESTIONS.includes(name))) return headless(args);
  const asked = names.find((name) => WITHOUT_WINDOW.includes(name));
  if (asked) return headless(args, `Hookglass runs in the browser, as ${asked} asks.`);

  const electron = await getElectron();
  if (!electron.ok) return headless(args, `${electron.why}, so Hookglass opens in the browser.`);
  const started = performance.now();
  const code = await runInFront(electron.program, [root, ...chromiumSwitches(), ...args]);
  if (!CANNOT_START.includes(code) || performance.now() - started > START_LIMIT_MS) return code;
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
