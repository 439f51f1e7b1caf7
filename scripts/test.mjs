// `npm test`: everything that must pass before a change goes in, in one command. Prints one line a
// step and stops at the first failure with its output.
//
//   npm test                                        everything
//   npm test -- --only lint|types|unit|e2e          one part
//   npm test -- --only e2e test/e2e/x.test.ts       one part, these files

import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { runQuietly } from './lib/child.mjs';
import { commands, root } from './lib/project.mjs';
import { getBrowser, getElectron } from './lib/runtimes.mjs';

/** @typedef {{ ok: boolean, output: string, note?: string }} Outcome */

const PROJECTS = [
  ...['node', 'preload', 'web', 'test'].map((name) => `tsconfig.${name}.json`),
  'scripts',
];
const PARTS = ['lint', 'types', 'unit', 'e2e'];
const MISSING_IS_FAILURE = /^(1|true)$/i.test(process.env.CI ?? '');

process.exitCode = (await main()) ? 0 : 1;

async function main() {
  const { only, files } = readArguments();
  if (only && !PARTS.includes(only)) {
    process.stderr.write(`--only takes ${PARTS.join(', ')}, not “${only}”.\n`);
    return false;
  }
  const wanted = only ? [only] : PARTS;
  const started = performance.now();
  const passed =
    (!wanted.includes('lint') || (await step('lint', lint))) &&
    (!wanted.includes('types') || (await step('types', types))) &&
    (!wanted.includes('unit') || (await step('unit', () => vitest('vitest.config.ts', files)))) &&
    (!wanted.includes('e2e') || (await endToEnd(files)));
  if (passed) process.stdout.write(`passed ${' '.repeat(12)}${inSeconds(started)}\n`);
  return passed;
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  return { only: values.only, files: positionals };
}

/** @returns {Promise<Outcome>} */
function lint() {
  return node([commands.biome, 'ci', '--colors=off', '.']);
}

/** @returns {Promise<Outcome>} */
async function types() {
  const results = await Promise.all(PROJECTS.map((project) => node([commands.tsc, '-p', project])));
  return {
    ok: results.every(({ ok }) => ok),
    output: results.map(({ output }) => output).join(''),
  };
}

/**
 * The built app, driven as users do: in a real browser, in a real Electron, and as a command. Tests
 * named `*.chromium.test.ts` and `*.electron.test.ts` are left out where their runtime is missing.
 * @param {string[]} files
 */
async function endToEnd(files) {
  if (!(await step('build', build))) return false;
  const runtimes = {
    chromium: await runtimeStep('chromium', getBrowser),
    electron: await runtimeStep('electron', getElectron),
  };
  /** @type {string[]} */
  const excluded = [];
  for (const [name, runtime] of Object.entries(runtimes)) {
    if (runtime.ok) continue;
    process.stdout.write(`The end-to-end tests in ${name} did not run: ${runtime.why}.\n`);
    excluded.push('--exclude', `test/e2e/**/*.${name}.test.ts`);
  }
  if (excluded.length > 0 && MISSING_IS_FAILURE) return false;
  const env = {
    ...process.env,
    HOOKGLASS_TEST_CHROMIUM: runtimes.chromium.ok ? runtimes.chromium.program : '',
    HOOKGLASS_TEST_ELECTRON: runtimes.electron.ok ? runtimes.electron.program : '',
  };
  return step('e2e', () => vitest('vitest.e2e.config.ts', [...excluded, ...files], env));
}

/**
 * @param {string} config
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Outcome>}
 */
async function vitest(config, args, env) {
  const run = await node([commands.vitest, 'run', '--config', config, ...args], env);
  const count = /^\s*Tests\s+(.*)$/m.exec(run.output)?.[1];
  return { ...run, ...(count && { note: count }) };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function node(args, env = process.env) {
  // Without colours: the output is read here, and shown only when something failed.
  return runQuietly(process.execPath, args, { cwd: root, env: { ...env, NO_COLOR: '1' } });
}

/**
 * Runs one step and prints its line; its output too when it failed.
 * @param {string} name
 * @param {() => Promise<Outcome>} run
 */
async function step(name, run) {
  const started = performance.now();
  const { ok, output, note = '' } = await run();
  printLine(name, ok ? 'ok' : 'FAILED', started, note);
  if (!ok) process.stdout.write(`\n${output.trim()}\n`);
  return ok;
}

/**
 * A step that gets a runtime; not having it is told, and is for the caller to judge.
 * @param {string} name
 * @param {() => Promise<import('./lib/runtimes.mjs').Runtime>} get
 */
async function runtimeStep(name, get) {
  const started = performance.now();
  const runtime = await get();
  printLine(name, runtime.ok ? 'ok' : 'missing', started, runtime.ok ? runtime.note : '');
  return runtime;
}

/**
 * @param {string} name
 * @param {string} state
 * @param {number} started
 * @param {string} note
 */
function printLine(name, state, started, note) {
  const line = `${name.padEnd(10)}${state.padEnd(9)}${inSeconds(started)}   ${note}`;
  process.stdout.write(`${line.trimEnd()}\n`);
}

/** @param {number} started */
function inSeconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
}
