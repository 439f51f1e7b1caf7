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
 * @property {string} receiverUrl
 * @property {string} uiUrl
 * @property {(name: string, input?: object) => Promise<any>} call
 * @property {() => Promise<void>} stop Also removes its data folder.
 */

/**
 * As people start it, or as scripts do: `--json` prints every delivery whole.
 * @param {{ json?: boolean }} [options]
 * @returns {Promise<Host>}
 */
export async function startHost({ json = false } = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'hookglass-bench-'));
  const mode = json ? ['--json'] : ['--no-open'];
  const ports = ['--port', '0', '--ui-port', '0'];
  const args = [...mode, ...ports, '--tunnel', 'none', '--data-dir', dataDir];
  const server = await startServer(HOST, args, json ? undefined : readWords);
  const { receiverUrl, uiUrl, apiUrl, token } = server.ready;
  return {
    pid: server.pid,
    readyMs: server.readyMs,
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
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * The addresses, from the lines for people.
 * @param {string} printed
 */
function readWords(printed) {
  const receiverUrl = /^Receiving on\s+(\S+)$/m.exec(printed)?.[1];
  const [, uiUrl, origin, token] = /^Open\s+((http\S+?)\/#token=(\S+))$/m.exec(printed) ?? [];
  return receiverUrl && uiUrl ? { receiverUrl, uiUrl, apiUrl: `${origin}/api`, token } : undefined;
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
