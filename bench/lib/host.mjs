// The built headless host as the benchmarks use it: started, set up, asked, stopped.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLoad, startServer } from './process.mjs';
import { SECRET, seedPost } from './requests.mjs';

const HOST = fileURLToPath(new URL('../../out/main/headless.js', import.meta.url));

/**
 * @typedef {object} Host
 * @property {number} pid
 * @property {number} readyMs
 * @property {string} dataDir
 * @property {string} receiverUrl
 * @property {string} uiUrl
 * @property {(name: string, input?: object) => Promise<any>} call
 * @property {() => Promise<void>} stop Also removes the data folder, unless it was given.
 */

/** @returns {Promise<string>} */
export function makeDataDir() {
  return mkdtemp(join(tmpdir(), 'hookglass-bench-'));
}

/**
 * @param {string} [given] A data folder to use again.
 * @returns {Promise<Host>}
 */
export async function startHost(given) {
  const dataDir = given ?? (await makeDataDir());
  const ports = ['--port', '0', '--ui-port', '0'];
  const server = await startServer(HOST, [
    '--json',
    '--tunnel',
    'none',
    '--data-dir',
    dataDir,
    ...ports,
  ]);
  const { receiverUrl, uiUrl, apiUrl, token } = server.ready;
  return {
    pid: server.pid,
    readyMs: server.readyMs,
    dataDir,
    receiverUrl,
    uiUrl,
    async call(name, input = {}) {
      const response = await fetch(`${apiUrl}/${name}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });
      /** @type {any} */
      const answer = await response.json();
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
      return answer.result;
    },
    async stop() {
      await server.stop();
      if (!given) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * An endpoint that checks Stripe's signature; answers its URL.
 * @param {Host} host
 * @param {string} path
 * @param {string} [forwardTo]
 */
export async function addStripeEndpoint(host, path, forwardTo) {
  await host.call('endpoints.create', {
    name: path.slice(1),
    path,
    provider: 'stripe',
    secrets: [{ label: 'benchmark', value: SECRET }],
    ...(forwardTo && { forwardTo }),
  });
  return new URL(path, host.receiverUrl).href;
}

/**
 * Raises the retention so far that nothing a benchmark stores is removed.
 * @param {Host} host
 */
export async function keepAll(host) {
  await host.call('settings.update', {
    retention: { maxCount: 10_000_000, maxBytes: 1_099_511_627_776, maxAgeDays: 3650 },
  });
}

/** A word that some of the seeded deliveries carry, all of them in the newest tenth. */
export const MARK = 'marked-newest';
const MARKED = 20;
const SEED_CONNECTIONS = 32;

/**
 * Fills the store through the receiver; answers the rate, in deliveries a second.
 * @param {Host} host
 * @param {number} deliveries
 */
export async function seed(host, deliveries) {
  const started = performance.now();
  const before = Math.floor(deliveries * 0.95) - MARKED;
  const send = (/** @type {string} */ word, /** @type {number} */ count) =>
    runLoad({ ...seedPost(host.receiverUrl, word), connections: SEED_CONNECTIONS, count });
  await send('plain', before);
  await send(MARK, MARKED);
  await send('plain', deliveries - before - MARKED);
  return deliveries / ((performance.now() - started) / 1000);
}
