// Whether the interface keeps up: a real Chromium shows a list of 100,000 rows and scrolls through it
// without a pause, while 1,000 deliveries a second arrive. Every frame's length is taken. Then deliveries
// are opened with keys.

import { openPage } from '../lib/page.mjs';
import { runLoad } from '../lib/process.mjs';
import { seedPost } from '../lib/requests.mjs';
import { measureOpening } from './opening.mjs';

const ARRIVING = { connections: 8, perSecond: 1000 };
const LONG_FRAME_MS = 50;

/**
 * Null where there is no browser.
 * @param {{ rows: number, seconds: number, openings: number }} size
 */
export async function measureInterface({ rows, seconds, openings }) {
  const opened = await openPage(rows);
  if (!opened.ok) return null;
  const { host, page, close } = opened;
  try {
    const idle = await framesWhileScrolling(page, seconds);
    const arriving = runLoad({ ...seedPost(host.receiverUrl, 'plain'), ...ARRIVING, seconds });
    const busy = await framesWhileScrolling(page, seconds);
    const { perSecond } = await arriving;
    const opening = await measureOpening(opened, { openings, seconds });
    return { rows, perSecond, idle, busy, opening };
  } finally {
    await close();
  }
}

/**
 * Scrolls the list up and down by some rows a frame.
 * @param {import('playwright-core').Page} page
 * @param {number} seconds
 * @returns {Promise<{ frames: number, median: number, longest: number, long: number }>} Milliseconds,
 *   and how many frames took more than 50.
 */
function framesWhileScrolling(page, seconds) {
  return page.evaluate(
    async ({ seconds, limit }) => {
      const list = document.querySelector('[data-stream]');
      if (!list) throw new Error('The page has no list.');
      const screens = list.scrollHeight / list.clientHeight;
      if (screens < 10) throw new Error(`A list of ${screens} screens is not worth scrolling.`);
      /** @type {number[]} */
      const lengths = [];
      let step = 90;
      const until = performance.now() + seconds * 1000;
      let last = await new Promise(requestAnimationFrame);
      while (last < until) {
        const before = list.scrollTop;
        list.scrollTop += step;
        if (list.scrollTop === before) step = -step;
        const now = await new Promise(requestAnimationFrame);
        lengths.push(now - last);
        last = now;
      }
      lengths.sort((a, b) => a - b);
      return {
        frames: lengths.length,
        median: lengths[Math.floor(lengths.length / 2)] ?? 0,
        longest: lengths.at(-1) ?? 0,
        long: lengths.filter((length) => length > limit).length,
      };
    },
    { seconds, limit: LONG_FRAME_MS },
  );
}
