// How long a key press takes to show: the next delivery, and one whose body is 1 MB of JSON, opened again
// and again; and any key while 1,000 deliveries a second arrive. From the browser's own marks: a key
// press's time is when the browser got it, and what is awaited is the frame after the one that shows it.

import { atShare } from '../lib/numbers.mjs';
import { runLoad } from '../lib/process.mjs';
import { seedPost } from '../lib/requests.mjs';

const ARRIVING = { connections: 8, perSecond: 1000 };
const LARGE = 12;
const LARGE_BYTES = 1_000_000;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const PAUSE_MS = 40;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ times: number, median: number, p95: number, longest: number }} Times Milliseconds. */

/**
 * @param {{ host: import('../lib/host.mjs').Host, page: Page }} opened
 * @param {{ openings: number, seconds: number }} size
 */
export async function measureOpening({ host, page }, { openings, seconds }) {
  await page.keyboard.press('Home');
  await selected(page);
  const small = await pressEach(page, openings, 'header');
  const typing = runLoad({ ...seedPost(host.receiverUrl, 'plain'), ...ARRIVING, seconds });
  const live = await pressWhile(page, typing);
  await sendLarge(host);
  await page.keyboard.press('Home');
  await page.keyboard.press('2');
  await page.locator('.cm-content').waitFor();
  const large = await pressEach(page, LARGE - 2, 'body');
  return { small, large, live };
}

/** @param {Page} page */
function selected(page) {
  return page.getByRole('region', { name: 'Delivery', exact: true }).waitFor();
}

/**
 * The next delivery, again and again, each when the one before is painted.
 * @param {Page} page
 * @param {number} count
 * @param {'header' | 'body'} part What must show it.
 */
async function pressEach(page, count, part) {
  /** @type {number[]} */
  const times = [];
  const processor = await startProcessor(page);
  for (let number = 0; number < count; number++) {
    const painted = page.evaluate(untilPainted, part);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.keyboard.press('j');
    times.push(await painted);
  }
  return { ...timesOf(times), cpuMs: (await processor.stop()) / count };
}

/**
 * Counts what the page's main thread takes of the processor, which other programs change less than the
 * time that passes. `stop` answers milliseconds.
 * @param {Page} page
 */
async function startProcessor(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await taken();
  return {
    async stop() {
      const after = await taken();
      await session.detach();
      return after - before;
    },
  };
}

/**
 * In the page: from the next key press to the frame after the one in which another delivery is shown.
 * @param {'header' | 'body'} part
 * @returns {Promise<number>}
 */
function untilPainted(part) {
  const shown = () => {
    const pane = document.querySelector('section[aria-label="Delivery"]');
    if (!pane || pane.closest('[inert]')) return null;
    const heading = pane.querySelector('header p')?.textContent;
    if (part === 'header') return heading;
    // The number of the delivery stands at the beginning of its body.
    return pane.querySelector('.cm-content')?.textContent?.slice(0, 60);
  };
  return new Promise((resolve) => {
    const before = shown();
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = () => {
          const now = shown();
          if (!now || now === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now() - timeStamp));
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
}

/**
 * Presses keys that move the selection until `work` is done. The browser tells of each key how long it
 * was until the next paint, where that was 16 ms or more.
 * @param {Page} page
 * @param {Promise<{ perSecond: number }>} work
 */
async function pressWhile(page, work) {
  await page.evaluate(() => {
    /** @type {any} */ (window).keyTimes = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name === 'keydown') /** @type {any} */ (window).keyTimes.push(duration);
      }
    }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
  });
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  let pressed = 0;
  while (!over) {
    await page.keyboard.press(pressed % 20 < 10 ? 'j' : 'k');
    pressed++;
    await page.evaluate((ms) => new Promise((end) => setTimeout(end, ms)), PAUSE_MS);
  }
  const { perSecond } = await ended;
  const slow = await page.evaluate(() => /** @type {any} */ (window).keyTimes);
  const quick = Array.from({ length: Math.max(0, pressed - slow.length) }, () => 16);
  return { ...timesOf([...slow, ...quick]), perSecond };
}

/** @param {import('../lib/host.mjs').Host} host */
async function sendLarge(host) {
  for (let number = 0; number < LARGE; number++) {
    const item = { sku: 'TEA-0042', title: 'Green tea, loose', quantity: 2, tags: ['a', 'b'] };
    const lines = Array.from({ length: LARGE_BYTES / JSON.stringify(item).length }, () => item);
    const body = JSON.stringify({ id: `large-${number}`, lines });
    await fetch(host.receiverUrl, { method: 'POST', headers: JSON_TYPE, body });
  }
}

/**
 * @param {number[]} times
 * @returns {Times}
 */
function timesOf(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    times: sorted.length,
    median: atShare(sorted, 0.5),
    p95: atShare(sorted, 0.95),
    longest: atShare(sorted, 1),
  };
}
