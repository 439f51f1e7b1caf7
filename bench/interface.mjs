// `node bench/interface.mjs [rows]`: what a person feels of the interface, in a real Chromium. Frames and
// long tasks while the list is scrolled and while 1,000 deliveries a second arrive, and how long a
// delivery takes to open. Absolute figures, for looking at; they depend on the machine.

import { openPage } from './lib/page.mjs';
import { runLoad } from './lib/process.mjs';
import { seedPost } from './lib/requests.mjs';

const ROWS = Number(process.argv[2] ?? 100_000);
const SECONDS = 5;
const OPENINGS = 200;
const ARRIVING = { connections: 8, perSecond: 1000, seconds: SECONDS };

/** @typedef {import('playwright-core').Page} Page */

const opened = await openPage(ROWS);
if (!opened.ok) throw new Error(opened.why);
const { host, page, close } = opened;
try {
  const load = () => runLoad({ ...seedPost(host.receiverUrl, 'plain'), ...ARRIVING });

  tell('standing still', await frames(page, () => stay(page)));
  tell(
    `scrolling ${ROWS.toLocaleString('en-US')} rows, a screen a frame`,
    await frames(page, () => scroll(page, 680)),
  );
  tell('jumping to any place in them', await frames(page, () => scroll(page, 1_000_003)));
  await toTop(page);
  tell('1,000 deliveries/s, list at its top', await frames(page, () => stay(page), load));
  tell('1,000 deliveries/s, scrolling', await frames(page, () => scroll(page, 90), load));
  await toTop(page);
  await page.keyboard.press('j');
  tell('1,000 deliveries/s, a delivery open', await frames(page, () => stay(page), load));
  tellTimes('opening a delivery', await openings(page));
  tellTimes('opening one, 1,000 deliveries/s', (await Promise.all([openings(page), load()]))[0]);
} finally {
  await close();
}

/**
 * The lengths of all frames, and the tasks over 50 ms, while `work` lasts.
 * @param {Page} page
 * @param {() => Promise<unknown>} work
 * @param {() => Promise<unknown>} [load]
 * @returns {Promise<{ frames: number[], tasks: number[] }>} Milliseconds.
 */
async function frames(page, work, load = async () => {}) {
  await page.evaluate(() => {
    /** @type {any} */ (window).taken = { frames: [], tasks: [], over: false };
    const { taken } = /** @type {any} */ (window);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) taken.tasks.push(duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const next = (/** @type {number} */ now) => {
      taken.frames.push(now - last);
      last = now;
      if (!taken.over) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await Promise.all([work(), load()]);
  return page.evaluate(() => {
    const { taken } = /** @type {any} */ (window);
    taken.over = true;
    return { frames: taken.frames.slice(1), tasks: taken.tasks };
  });
}

/** @param {Page} page */
function stay(page) {
  return page.evaluate((ms) => new Promise((end) => setTimeout(end, ms)), SECONDS * 1000);
}

/**
 * Scrolls down by so many pixels a frame, from the end on from the top.
 * @param {Page} page
 * @param {number} step
 */
function scroll(page, step) {
  return page.evaluate(
    async ({ step, ms }) => {
      const list = document.querySelector('[data-stream]');
      if (!list) throw new Error('The page has no list.');
      const until = performance.now() + ms;
      while (performance.now() < until) {
        const end = list.scrollHeight - list.clientHeight;
        list.scrollTop = (list.scrollTop + step) % end;
        await new Promise(requestAnimationFrame);
      }
    },
    { step, ms: SECONDS * 1000 },
  );
}

/** @param {Page} page */
async function toTop(page) {
  await page.keyboard.press('g');
  await page.locator('[data-stream]').evaluate((list) => list.scrollTo({ top: 0 }));
}

/**
 * From the key to the frame that shows the next delivery in the right-hand pane, again and again.
 * @param {Page} page
 * @returns {Promise<number[]>} Milliseconds, sorted.
 */
function openings(page) {
  return page.evaluate(async (count) => {
    const frame = () => new Promise(requestAnimationFrame);
    // The message id differs from delivery to delivery, and stands at the top of the pane.
    const shown = () =>
      document.querySelector('section[aria-label="Delivery"] header p')?.textContent;
    const busy = () => document.querySelector('section[aria-label="Delivery"]')?.closest('[inert]');
    const times = [];
    for (let number = 0; number < count; number++) {
      const before = shown();
      const began = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
      do await frame();
      while (shown() === before || busy());
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b);
  }, OPENINGS);
}

/**
 * @param {string} what
 * @param {{ frames: number[], tasks: number[] }} taken
 */
function tell(what, { frames: lengths, tasks }) {
  const sorted = lengths.toSorted((a, b) => a - b);
  const [median, p99, longest] = [at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1)];
  const long = sorted.filter((length) => length > 50).length;
  line(
    what,
    `frames: median ${median}, p99 ${p99}, longest ${longest} ms, ${long} of ${sorted.length} over 50; long tasks: ${tasks.length}, longest ${Math.round(Math.max(0, ...tasks))} ms`,
  );
}

/**
 * @param {string} what
 * @param {number[]} sorted
 */
function tellTimes(what, sorted) {
  line(
    what,
    `median ${at(sorted, 0.5)}, p99 ${at(sorted, 0.99)}, longest ${at(sorted, 1)} ms (${sorted.length} times)`,
  );
}

/**
 * @param {number[]} sorted
 * @param {number} share
 */
function at(sorted, share) {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return (sorted[index] ?? 0).toFixed(1);
}

/**
 * @param {string} what
 * @param {string} figures
 */
function line(what, figures) {
  process.stdout.write(`${what.padEnd(44)}${figures}\n`);
}
