// Listing and searching a full store, and what a search does to receiving at the same time.

import { FINDING } from '../lib/filters.mjs';
import { keepAll, MARK, seed, startHost } from '../lib/host.mjs';
import { residentMiB } from '../lib/memory.mjs';
import { median } from '../lib/numbers.mjs';
import { runLoad } from '../lib/process.mjs';
import { seedPost } from '../lib/requests.mjs';

const REPEATS = 5;
/** A busy provider's rate, well below what is possible: the question is what a search adds. */
const RECEIVE = { connections: 8, perSecond: 1000 };

/**
 * @param {{ deliveries: number, seconds: number }} size
 */
export async function measureSearch({ deliveries, seconds }) {
  const host = await startHost();
  try {
    await keepAll(host);
    const seedPerSecond = await seed(host, deliveries);
    const memoryMiB = residentMiB(host.pid);
    const listMs = await timed(() => host.call('deliveries.list', { limit: 50 }));
    const newest = await search(host, MARK);
    const nowhere = await search(host, '"no such text anywhere"');
    const filters = [];
    for (const query of FINDING) {
      filters.push({ query, firstMs: await timed(() => firstFound(host, query)) });
    }
    const idle = await receive(host, seconds);
    const searching = await whileSearching(host, () => receive(host, seconds));
    return {
      deliveries,
      seedPerSecond,
      memoryMiB,
      listMs,
      newestTenth: newest,
      noMatch: nowhere,
      filters,
      receive: {
        idleP99: idle.p99,
        searchingP99: searching.result.p99,
        ratio: searching.result.p99 / idle.p99,
        searches: searching.searches,
      },
    };
  } finally {
    await host.stop();
  }
}

/**
 * A search as the interface makes it: page after page until there are no more.
 * @param {import('../lib/host.mjs').Host} host
 * @param {string} query
 */
async function search(host, query) {
  const runs = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) runs.push(await searchOnce(host, query));
  return {
    firstMs: median(runs.map(({ firstMs }) => firstMs)),
    completeMs: median(runs.map(({ completeMs }) => completeMs)),
    found: runs[0]?.found ?? 0,
  };
}

/**
 * @param {import('../lib/host.mjs').Host} host
 * @param {string} query
 */
async function searchOnce(host, query) {
  const started = performance.now();
  let firstMs = 0;
  let found = 0;
  let cursor = null;
  do {
    const page = await host.call('deliveries.list', { query, cursor, limit: 50 });
    if (found === 0 && page.items.length > 0) firstMs = performance.now() - started;
    found += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { firstMs, completeMs: performance.now() - started, found };
}

/**
 * Until the first results are there.
 * @param {import('../lib/host.mjs').Host} host
 * @param {string} query
 */
async function firstFound(host, query) {
  let cursor = null;
  do {
    const page = await host.call('deliveries.list', { query, cursor, limit: 50 });
    if (page.items.length > 0) return;
    cursor = page.nextCursor;
  } while (cursor !== null);
  throw new Error(`${query} finds nothing.`);
}

/**
 * @template T
 * @param {import('../lib/host.mjs').Host} host
 * @param {() => Promise<T>} work
 */
async function whileSearching(host, work) {
  let working = true;
  let searches = 0;
  const endless = (async () => {
    while (working) {
      await searchOnce(host, '"no such text anywhere"');
      searches++;
    }
  })();
  const result = await work();
  working = false;
  await endless;
  return { result, searches };
}

/**
 * @param {import('../lib/host.mjs').Host} host
 * @param {number} seconds
 */
function receive(host, seconds) {
  return runLoad({ ...seedPost(host.receiverUrl, 'plain'), ...RECEIVE, seconds, warmUpSeconds: 1 });
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const times = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}
