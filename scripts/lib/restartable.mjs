// A program that is ended and started anew, one after the other: two hosts cannot share a data folder.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const END_LIMIT_MS = 5_000;

/**
 * @typedef {object} Restartable
 * @property {() => Promise<void>} restart
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a program at once.
 * @param {{ program: string, args: string[], env?: NodeJS.ProcessEnv,
 *   onLine?: (line: string) => void, onExit(code: number): void }} options `onLine` gets its standard
 *   output instead of the terminal; `onExit` is called when it ends by itself.
 * @returns {Restartable}
 */
export function startRestartable({ program, args, env, onLine, onExit }) {
  /** Those that were asked to end. */
  const ended = new WeakSet();
  let child = start();
  /** @type {Promise<void> | null} */
  let restarting = null;
  // Vite ends this process by itself when its terminal goes; nothing must be left running then.
  process.on('exit', () => child.kill('SIGTERM'));

  function start() {
    const started = spawn(program, args, {
      stdio: ['inherit', onLine ? 'pipe' : 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    if (onLine && started.stdout) createInterface(started.stdout).on('line', onLine);
    started.on('exit', (code) => {
      if (!ended.has(started)) onExit(code ?? 1);
    });
    return started;
  }

  async function end() {
    const ending = child;
    ended.add(ending);
    if (ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill('SIGTERM');
    const timer = setTimeout(() => ending.kill('SIGKILL'), END_LIMIT_MS);
    await exit;
    clearTimeout(timer);
  }

  return {
    // Changes that come while the old one ends are all in the new one.
    restart() {
      restarting ??= end().then(() => {
        child = start();
        restarting = null;
      });
      return restarting;
    },
    async stop() {
      await restarting;
      await end();
    },
  };
}
