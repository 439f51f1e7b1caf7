// How many deliveries a second are captured, verified and committed before their answer, beside what
// a server that does nothing and mockttp do with the same requests in the same run.

import { fileURLToPath } from 'node:url';
import { addStripeEndpoint, startHost } from '../lib/host.mjs';
import { median } from '../lib/numbers.mjs';
import { runLoad, startServer } from '../lib/process.mjs';
import { signedPost } from '../lib/requests.mjs';

const CONNECTIONS = 32;
const bareServer = fileURLToPath(new URL('../lib/bare-server.mjs', import.meta.url));
const mockttpServer = fileURLToPath(new URL('../lib/mockttp-server.mjs', import.meta.url));

/** @typedef {{ perSecond: number, p50: number, p99: number }} Rate */

/**
 * Rounds alternate, so that a slow moment of the machine hits all three; medians are answered.
 * @param {{ rounds: number, seconds: number }} size
 */
export async function measureThroughput({ rounds, seconds }) {
  const host = await startHost();
  const bare = await startServer(bareServer);
  try {
    const endpoint = await addStripeEndpoint(host, '/stripe');
    /** @type {Record<'bare' | 'mockttp' | 'hookglass', Rate[]>} */
    const all = { bare: [], mockttp: [], hookglass: [] };
    for (let round = 0; round < rounds; round++) {
      all.bare.push(await drive(bare.ready.url, seconds));
      all.hookglass.push(await drive(endpoint, seconds));
      // Anew each time: it keeps all it received in memory, and slows down with it.
      const mockttp = await startServer(mockttpServer);
      all.mockttp.push(await drive(mockttp.ready.url, seconds));
      await mockttp.stop();
    }
    await expectVerified(host);
    const yardstick = middle(all.bare);
    const mockttp = middle(all.mockttp);
    const hookglass = middle(all.hookglass);
    return {
      bare: yardstick,
      mockttp,
      hookglass,
      ofBare: hookglass.perSecond / yardstick.perSecond,
      timesMockttp: hookglass.perSecond / mockttp.perSecond,
    };
  } finally {
    await bare.stop();
    await host.stop();
  }
}

/**
 * @param {string} url
 * @param {number} seconds
 * @returns {Promise<Rate>}
 */
async function drive(url, seconds) {
  const job = { ...signedPost(url), connections: CONNECTIONS, seconds, warmUpSeconds: 1 };
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
