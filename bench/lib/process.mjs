// The processes of a benchmark: each server and the load generator have their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LOAD = fileURLToPath(new URL('../load.mjs', import.meta.url));

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {any} ready The first line it printed, as JSON.
 * @property {number} readyMs From the start of its process to that line.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a Node script that prints one line of JSON when it is ready.
 * @param {string} script
 * @param {string[]} [args]
 * @returns {Promise<Server>}
 */
export async function startServer(script, args = []) {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([
    firstLine(child.stdout),
    exited.then(([code]) => {
      throw new Error(`${script} ended with ${code} before it was ready.`);
    }),
  ]);
  const readyMs = performance.now() - started;
  return {
    pid: child.pid ?? 0,
    ready: JSON.parse(line),
    readyMs,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/**
 * The first line; what follows is read and dropped, so that the process never waits for us.
 * @param {import('node:stream').Readable} stream
 * @returns {Promise<string>}
 */
function firstLine(stream) {
  return new Promise((resolve) => {
    let text = '';
    let found = false;
    stream.setEncoding('utf8').on('data', (chunk) => {
      if (found) return;
      text += chunk;
      found = text.includes('\n');
      if (found) resolve(text.slice(0, text.indexOf('\n')));
    });
  });
}

/**
 * Runs one job of the load generator.
 * @param {import('../load.mjs').Job} job
 * @returns {Promise<import('../load.mjs').Result>}
 */
export async function runLoad(job) {
  const child = spawn(process.execPath, [LOAD, JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The load generator failed (see above).');
  return JSON.parse(output);
}
