// How many deliveries a second are captured, verified and committed before their answer, beside what
// a server that does nothing and mockttp do with the same requests in the same run.

import { fileURLToPath } from 'node:url';
import { addStripeEndpoint, startHost } from '../lib/host.mjs';
import { median } from '../lib/numbers.mjs';
import { runLoad, startServer } from '../lib/process.mjs';
import { signedPost } from '../lib/requests.mjs';

const CONNECTIONS = 32;
/** For the load generator, a new process each time. */
const LOAD_WARM_UP_SECONDS = 0.5;
const bareServer = fileURLToPath(new URL('../lib/bare-server.mjs', import.meta.url));
const mockttpServer = fileURLToPath(new URL('../lib/mockttp-server.mjs', import.meta.url));

/** @typedef {{ perSecond: number, p50: number, p99: number }} Rate */

/**
 * All are warm before the first round, as Node goes on making code faster for some seconds. Rounds
 * alternate, so that a slow moment of the machine hits all alike; medians are answered, and of the
 * ratios the median of each round's.
 * @param {{ rounds: number, roundSeconds: number, warmUpSeconds: number }} size
 */
export async function measureThroughput({ rounds, roundSeconds, warmUpSeconds }) {
  const servers = {
    bare: await startServer(bareServer),
    mockttp: await startServer(mockttpServer),
    words: await startHost(),
    json: await startHost({ json: true }),
  };
  const bare = servers.bare.ready.url;
  const mockttp = servers.mockttp.ready.url;
  try {
    const words = await addStripeEndpoint(servers.words, '/stripe');
    const json = await addStripeEndpoint(servers.json, '/stripe');
    for (const url of [bare, words, json, mockttp]) await drive(url, warmUpSeconds);
    /** @type {Record<'bare' | 'mockttp' | 'hookglass' | 'json', Rate>[]} */
    const all = [];
    for (let round = 0; round < rounds; round++) {
      await fetch(new URL('/forget', mockttp), { method: 'POST' });
      all.push({
        bare: await drive(bare, roundSeconds),
        hookglass: await drive(words, roundSeconds),
        json: await drive(json, roundSeconds),
        mockttp: await drive(mockttp, roundSeconds),
      });
    }
    await expectVerified(servers.words);
    await expectVerified(servers.json);
    return {
      bare: middle(all.map(({ bare }) => bare)),
      mockttp: middle(all.map(({ mockttp }) => mockttp)),
      hookglass: middle(all.map(({ hookglass }) => hookglass)),
      json: middle(all.map(({ json }) => json)),
      ofBare: median(all.map(({ hookglass, bare }) => hookglass.perSecond / bare.perSecond)),
      jsonOfBare: median(all.map(({ json, bare }) => json.perSecond / bare.perSecond)),
      mockttpOfBare: median(all.map(({ mockttp, bare }) => mockttp.perSecond / bare.perSecond)),
      timesMockttp: median(
        all.map(({ hookglass, mockttp }) => hookglass.perSecond / mockttp.perSecond),
      ),
    };
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

/**
 * @param {string} url
 * @param {number} seconds
 * @returns {Promise<Rate>}
 */
async function drive(url, seconds) {
  const load = { connections: CONNECTIONS, seconds, warmUpSeconds: LOAD_WARM_UP_SECONDS };
  const job = { ...signedPost(url), ...load };
  const { perSecond, p50, p99, statuses } = await runLoad(job);
  const answered = Object.keys(statuses).join(', ');
  if (answered !== '200') throw new Error(`${url} answered ${answered}, not only 200.`);
  return { perSecond, p50, p99 };
}

/**
 * A fast wrong answer would be worth nothing.
 * @param {import('../lib/host.mjs').Host} host
 */
async function expectVerified(host) {
  const { items } = await host.call('deliveries.list', { limit: 500 });
  const others = items.filter((/** @type {any} */ item) => item.verdict.status !== 'verified');
  if (items.length === 0 || others.length > 0) {
    throw new Error(`${others.length} of ${items.length} deliveries were not verified.`);
  }
}

/**
 * @param {Rate[]} rates
 * @returns {Rate}
 */
function middle(rates) {
  return {
    perSecond: median(rates.map(({ perSecond }) => perSecond)),
    p50: median(rates.map(({ p50 }) => p50)),
    p99: median(rates.map(({ p99 }) => p99)),
  };
}
