// `node bench/store.mjs [deliveries]`: measures the store by itself, without HTTP: what a delivery
// costs to commit, how long pages and searches take, and what pruning and clearing cost beside it.

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FILTERS } from './lib/filters.mjs';
import { residentMiB } from './lib/memory.mjs';

const GROUP = 32;
const pool = Array.from({ length: 4095 }, (_, n) => delivery(n + 1));
const count = Number(process.argv[2] ?? 50_000);
const root = new URL('..', import.meta.url);
const bundles = new URL('node_modules/.cache/hookglass-bench/', root);
const source = new URL('src/main/engine/store/', root);

if (process.argv[2] === '--bundle') {
  const { bundle } = await import('../scripts/lib/bundle.mjs');
  const entries = {
    sqlite: new URL('sqlite.ts', source),
    'reader-worker': new URL('reader-worker.ts', source),
  };
  await bundle(entries, bundles);
  process.exit();
}
// In a process of its own, as the bundler's memory would be counted as ours.
execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--bundle'], { stdio: 'inherit' });
const { openStore } = await import(new URL('sqlite.mjs', bundles).href);
const dataDir = await mkdtemp(join(tmpdir(), 'hookglass-bench-'));
const readerWorker = pathToFileURL(fileURLToPath(new URL('reader-worker.mjs', bundles)));
const { store } = await openStore({ dataDir, readerWorker, clock: Date.now });
try {
  await measureInserts(count);
  await measureLists();
  await measureSearches();
  await measureFilters();
  await measureInsertsDuring('a search without a match', searchForever);
  await measureInsertsDuring('pruning to the same count', pruneForever);
  await measureClear();
} finally {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** @param {number} total */
async function measureInserts(total) {
  const times = await insert(total, () => false);
  const micros = (times.cpu * 1000) / total;
  say(
    `insert ${total}, ${GROUP} at a time`,
    `${micros.toFixed(1)} µs of the receiving thread a delivery`,
    times,
  );
}

/**
 * Inserts in groups until there are `total`, or until `ended` says so.
 * @param {number} total
 * @param {() => boolean} ended
 */
async function insert(total, ended) {
  /** @type {number[]} */
  const groups = [];
  const cpuStart = threadCpuMs();
  let inserted = 0;
  while (inserted < total && !ended()) {
    const deliveries = Array.from({ length: GROUP }, () => next(inserted++));
    const start = performance.now();
    await Promise.all(deliveries.map((each) => store.insert(each)));
    groups.push(performance.now() - start);
    for (const { id, response } of deliveries) {
      store.recordAnswer({ id, response, committedMs: 1.25, answeredMs: 1.5 });
    }
  }
  const cpu = threadCpuMs() - cpuStart;
  groups.sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => groups[Math.floor(groups.length * part)] ?? 0;
  return { inserted, cpu, p50: at(0.5), p99: at(0.99), max: groups.at(-1) ?? 0 };
}

/** Processor time of this thread, which other processes disturb less than the time that passes. */
function threadCpuMs() {
  if (process.platform !== 'linux') return performance.now();
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

async function measureLists() {
  for (const offset of [0, 1000, Math.floor(count / 2), count - 200]) {
    await timed(`page of 200 at offset ${offset}`, () => list({ offset }));
  }
  await timed('page of an endpoint without any', () => list({ endpointId: 'none' }));
  await timed('page of failed ones', () => list({ only: 'failed' }));
  await timed('counts', () => store.stats({ ep_default: store.newDeliveryId() }));
  await timed('counts, all unread', () => store.stats({ ep_default: 'dlv_00000000000' }));
}

async function measureSearches() {
  await timed('search, a common word', () => list({ query: 'subscription' }));
  await timed('search, one in the newest tenth', () =>
    list({ query: `"ORD-${Math.ceil((count * 0.9) / 1024) * 1024}\\""`, limit: 1 }),
  );
  for (const query of ['zzzznomatch', 'enomatch', '"\\"qqqq"', 'über', 'no\0match']) {
    await timed(`search without a match: ${JSON.stringify(query)}`, () => searchToEnd(query));
  }
}

async function measureFilters() {
  await timed('filter, in the newest tenth: body.data.order:ORD-…', () =>
    list({ query: `body.data.order:ORD-${Math.ceil((count * 0.9) / 1024) * 1024}`, limit: 1 }),
  );
  for (const query of FILTERS) await timed(`filter: ${query}`, () => searchToEnd(query));
}

/** @param {string} query */
async function searchToEnd(query) {
  let cursor = null;
  do cursor = (await list({ query, cursor })).nextCursor;
  while (cursor !== null);
}

/**
 * @param {string} what
 * @param {(ended: () => boolean) => Promise<void>} work
 */
async function measureInsertsDuring(what, work) {
  const idle = await insert(20_000, () => false);
  let over = false;
  const working = work(() => over);
  const busy = await insert(20_000, () => false);
  over = true;
  await working;
  say(
    'insert 20000, idle',
    `${((idle.cpu * 1000) / idle.inserted).toFixed(1)} µs of the receiving thread a delivery`,
    idle,
  );
  say(
    `insert 20000 during ${what}`,
    `${((busy.cpu * 1000) / busy.inserted).toFixed(1)} µs of the receiving thread a delivery`,
    busy,
  );
}

/** @param {() => boolean} ended */
async function searchForever(ended) {
  while (!ended()) await searchToEnd('enomatch');
}

/** @param {() => boolean} ended */
async function pruneForever(ended) {
  while (!ended()) {
    await store.prune({ maxCount: count, maxBytes: 2 ** 40, maxAgeDays: 30 });
    await new Promise(setImmediate);
  }
}

async function measureClear() {
  await timed('clear', async () => {
    const { removal } = await store.hideAll(null);
    await store.purge(removal);
  });
  const { bytes } = await store.stats({});
  console.log(
    `  ${(bytes / 1024).toFixed(0)} KiB left, ${residentMiB(process.pid).toFixed(0)} MiB resident`,
  );
}

/** @param {object} query */
function list(query) {
  const all = { cursor: null, limit: 200, offset: 0, query: null, endpointId: null, only: null };
  return store.list({ ...all, ...query });
}

/**
 * @param {string} what
 * @param {() => Promise<unknown>} work
 */
async function timed(what, work) {
  const times = [];
  for (let i = 0; i < (what === 'clear' ? 1 : 3); i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  say(what, `${Math.min(...times).toFixed(1)} ms, at first ${(times[0] ?? 0).toFixed(1)} ms`);
}

/**
 * @param {string} what
 * @param {string} result
 * @param {{ p50: number, p99: number, max: number }} [groups]
 */
function say(what, result, groups) {
  const more = groups
    ? `; a group: p50 ${groups.p50.toFixed(2)}, p99 ${groups.p99.toFixed(2)}, max ${groups.max.toFixed(1)} ms`
    : '';
  console.log(`${what.padEnd(48)} ${result}${more}; ${residentMiB(process.pid).toFixed(0)} MiB`);
}

/**
 * One of a few thousand made before, so that making them is not measured; every 1024th is rare.
 * @param {number} n
 */
function next(n) {
  const made = n % 1024 === 0 ? delivery(n) : pool[n % pool.length];
  return { ...made, id: store.newDeliveryId() };
}

/** @param {number} n */
function delivery(n) {
  const order = `ORD-${n}`;
  const event = `evt_${randomBytes(12).toString('hex')}`;
  const data = {
    id: event,
    type: 'invoice.paid',
    created: 1_700_000_000 + n,
    data: {
      order,
      description: `Subscription renewal for plan number ${n}`,
      customer: { name: `Customer ${n}`, email: `customer${n}@example.com`, city: 'Köln' },
      trace: randomBytes(64).toString('hex'),
      note: 'please deliver to the reception desk between nine and five, thank you '.repeat(7),
    },
  };
  const bytes = Buffer.from(JSON.stringify(data));
  return {
    id: '',
    endpointId: 'ep_default',
    captured: {
      state: 'complete',
      method: 'POST',
      target: `/hooks/stripe?tenant=${n % 40}`,
      httpVersion: '1.1',
      headers: [
        ['Host', 'quick-fox.loca.lt'],
        ['User-Agent', 'Stripe/1.0 (+https://stripe.com/docs/webhooks)'],
        ['Content-Length', String(bytes.length)],
        ['Accept', '*/*; q=0.5, application/xml'],
        ['Cache-Control', 'no-cache'],
        ['Content-Type', 'application/json; charset=utf-8'],
        ['Stripe-Signature', `t=1700000000,v1=${randomBytes(32).toString('hex')}`],
        ['X-Forwarded-For', '54.187.174.169'],
      ],
      body: { kind: 'memory', bytes },
      remoteAddress: '127.0.0.1',
      receivedAt: Date.now(),
      startedAt: performance.now(),
      bodyMs: 0.3,
      problem: null,
    },
    provider: 'stripe',
    eventType: 'invoice.paid',
    messageId: event,
    handshake: false,
    verdict: {
      status: n % 50 === 0 ? 'failed' : 'verified',
      scheme: 'HMAC-SHA256 of {timestamp}.{body}',
      reason: n % 50 === 0 ? 'signature-mismatch' : null,
      hint: null,
      secretLabel: 'current',
      checks: [
        { name: 'header-present', ok: true, detail: 'Stripe-Signature' },
        { name: 'well-formed', ok: true, detail: 't and one v1' },
        { name: 'timestamp', ok: true, detail: '3 s old, 300 s allowed' },
        { name: 'signature', ok: true, detail: 'matches “current”' },
      ],
      warnings: [],
    },
    verifiedMs: 0.4,
    response: { status: 200, source: 'canned' },
  };
}
