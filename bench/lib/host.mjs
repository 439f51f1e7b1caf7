// The built headless host as the benchmarks use it: started, set up, asked, stopped.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './process.mjs';
import { SECRET } from './requests.mjs';

const HOST = fileURLToPath(new URL('../../out/main/headless.js', import.meta.url));

/**
 * @typedef {object} Host
 * @property {number} pid
 * @property {number} readyMs
 * @property {string} dataDir
 * @property {string} receiverUrl
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
  const { receiverUrl, apiUrl, token } = server.ready;
  return {
    pid: server.pid,
    readyMs: server.readyMs,
    dataDir,
    receiverUrl,
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
