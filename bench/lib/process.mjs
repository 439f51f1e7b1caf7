// The processes of a benchmark: each server and the load generator have their own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LOAD = fileURLToPath(new URL('../load.mjs', import.meta.url));

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {any} ready What it said when it was ready.
 * @property {number} readyMs From the start of its process to that.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a Node script and waits until `read` makes something of what it has printed so far; without
 * one, its first line is JSON.
 * @param {string} script
 * @param {string[]} [args]
 * @param {(printed: string) => unknown} [read] Undefined: not ready yet.
 * @returns {Promise<Server>}
 */
export async function startServer(script, args = [], read = firstLine) {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const ready = await Promise.race([
    firstRead(child.stdout, read),
    exited.then(([code]) => {
      throw new Error(`${script} ended with ${code} before it was ready.`);
    }),
  ]);
  return {
    pid: child.pid ?? 0,
    ready,
    readyMs: performance.now() - started,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** @param {string} printed */
function firstLine(printed) {
  const end = printed.indexOf('\n');
  return end === -1 ? undefined : JSON.parse(printed.slice(0, end));
}

/**
 * What follows is read too, and dropped, so that the process never waits for us.
 * @param {import('node:stream').Readable} stream
 * @param {(printed: string) => unknown} read
 */
function firstRead(stream, read) {
  return new Promise((resolve) => {
    let printed = '';
    let found = false;
    stream.setEncoding('utf8').on('data', (text) => {
      if (found) return;
      printed += text;
      const ready = read(printed);
      if (ready === undefined) return;
      found = true;
      resolve(ready);
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
