// Child processes in the two ways the scripts need them: in front of the user, or kept quiet.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * What a shell makes of a program that a signal ended.
 * @param {NodeJS.Signals} signal
 */
export function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}

/**
 * Runs a program with our terminal, passes signals on to it, and answers its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runInFront(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const unhook = passSignalsTo(child);
    child.on('error', (error) => {
      unhook();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      unhook();
      resolve(code ?? exitCodeOf(signal ?? 'SIGKILL'));
    });
  });
}

/**
 * Passes the signals that ask us to end on to a child, until the answered function is called.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void}
 */
export function passSignalsTo(child) {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    // Ctrl-C in a terminal reaches the whole process group; a second one would mean "now".
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/**
 * @typedef {object} Finished
 * @property {boolean} ok True when the exit code was 0.
 * @property {string} output Standard output and standard error, in the order they came.
 */

/**
 * Runs a program without showing its output. A program that cannot be started is a failure with the
 * reason as its output, not a rejection.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<Finished>}
 */
export function runQuietly(program, args, { cwd, env, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const unhook = passSignalsTo(child);
    let output = '';
    /** @param {string} text */
    const collect = (text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => {
      unhook();
      resolve({ ok: false, output: `${program} could not be started: ${error.message}` });
    });
    child.on('close', (code, signal) => {
      unhook();
      if (signal) output += `\n${program} was ended by ${signal}`;
      resolve({ ok: code === 0, output });
    });
  });
}
