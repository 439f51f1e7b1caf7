// What forwarding adds: a request to the destination itself, and the same request through Hookglass
// with the destination's own answer passed back. One at a time, as the time for one is the question.

import { fileURLToPath } from 'node:url';
import { addStripeEndpoint, startHost } from '../lib/host.mjs';
import { median } from '../lib/numbers.mjs';
import { runLoad, startServer } from '../lib/process.mjs';
import { signedPost } from '../lib/requests.mjs';

const destinationServer = fileURLToPath(new URL('../lib/bare-server.mjs', import.meta.url));

/** @param {{ rounds: number, roundSeconds: number }} size */
export async function measureForwarding({ rounds, roundSeconds }) {
  const host = await startHost();
  const destination = await startServer(destinationServer);
  try {
    const through = await addStripeEndpoint(host, '/forwarded', destination.ready.url);
    /** @type {Record<'direct' | 'through', { p50: number, p99: number }[]>} */
    const results = { direct: [], through: [] };
    for (let round = 0; round < rounds; round++) {
      results.direct.push(await drive(destination.ready.url, roundSeconds));
      results.through.push(await drive(through, roundSeconds));
    }
    const direct = middle(results.direct);
    const forwarded = middle(results.through);
    return { direct, through: forwarded, addedMs: forwarded.p50 - direct.p50 };
  } finally {
    await destination.stop();
    await host.stop();
  }
}

/**
 * @param {string} url
 * @param {number} seconds
 */
async function drive(url, seconds) {
  const job = { ...signedPost(url), connections: 1, seconds, warmUpSeconds: 1 };
  const { p50, p99, statuses } = await runLoad(job);
  const answered = Object.keys(statuses).join(', ');
  if (answered !== '200') throw new Error(`${url} answered ${answered}, not only 200.`);
  return { p50, p99 };
}

/** @param {{ p50: number, p99: number }[]} results */
function middle(results) {
  return {
    p50: median(results.map(({ p50 }) => p50)),
    p99: median(results.map(({ p99 }) => p99)),
  };
}
