// A flood of deliveries and a long list: what is shown stays right, and the page stays small. How fast it
// is, `npm run bench` and `node bench/interface.mjs` measure.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { DeliverySummary } from '../../src/shared/model.ts';
import { atEndOfFile } from './support/at-end.ts';
import { type FreshApp, hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { root } from './support/paths.ts';

const MIB = 1024 * 1024;
/** More than the page ever needs, and far less than 20,000 rows would. */
const HEAP_LIMIT = 30 * MIB;
const ROWS_ON_SCREEN = 18;
const ROWS_IN_PAGE = 60;

let stage: Stage;
let app: FreshApp;
let cdp: CDPSession;

beforeAll(async () => {
  stage = await setStage();
  app = await stage.open();
  cdp = await app.page.context().newCDPSession(app.page);
  await cdp.send('Performance.enable');
});

/** Sends so many deliveries, each with another event type; paced, or as fast as they are answered. */
async function flood(count: number, perSecond?: number): Promise<void> {
  const { hostname, port } = new URL(stage.host.receiverUrl);
  const number = '0000000000';
  const body = `{"type":"n.${number}"}`;
  const head = [
    'POST /flood HTTP/1.1',
    `Host: ${hostname}:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  const job = {
    ...{ host: hostname, port: Number(port), head: `${head.join('\r\n')}\r\n\r\n`, body },
    ...{ connections: 8, count, counterAt: body.indexOf(number), perSecond },
  };
  const load = spawn(process.execPath, [join(root, 'bench/load.mjs'), JSON.stringify(job)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  atEndOfFile(() => load.kill());
  expect((await once(load, 'exit'))[0]).toBe(0);
}

interface ShownRow {
  index: number;
  eventType: string;
}

/** The rows in the page, as far as they have arrived. */
function shownRows(): Promise<ShownRow[]> {
  return app.inbox.rows.evaluateAll((rows) =>
    rows.map((row) => ({
      index: Number(row.getAttribute('aria-posinset')) - 1,
      eventType: /n\.\d{10}/.exec(row.textContent ?? '')?.[0] ?? '',
    })),
  );
}

/** Waits until the rows in the page are those that the host has at their places. */
async function showsWhatIsStored(): Promise<void> {
  await seen(async () => {
    const rows = await shownRows();
    const [first] = rows;
    if (first === undefined || rows.length < ROWS_ON_SCREEN) return rows;
    const { items } = await stage.host.call('deliveries.list', {
      offset: first.index,
      limit: rows.length,
    });
    return JSON.stringify(rows) === JSON.stringify(rowsOf(items, first.index));
  }).toBe(true);
}

const rowsOf = (items: DeliverySummary[], from: number): ShownRow[] =>
  items.map(({ eventType }, at) => ({ index: from + at, eventType: eventType ?? '' }));

const scrollTop = () => app.inbox.list.evaluate((list) => list.scrollTop);
/** Rows that are still being fetched. */
const visibleSkeletons = () =>
  app.inbox.list.locator('> [role="presentation"] > [role="presentation"]').count();

async function staysSmall(): Promise<void> {
  expect(await app.inbox.rows.count()).toBeLessThan(ROWS_IN_PAGE);
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Infinity;
  expect(heap).toBeLessThan(HEAP_LIMIT);
  expect(app.problems).toEqual([]);
}

it('follows 1,000 deliveries a second', async () => {
  await flood(4000, 1000);
  await hasRows(app.inbox, 4000);
  await showsWhatIsStored();
  await app.inbox.button('All deliveries 4,000').waitFor();
  await staysSmall();
});

it('does not move what is read while 1,000 a second arrive', async () => {
  await app.inbox.open(app.inbox.rows.nth(5));
  const sentence = await app.inbox.selectedSentence();
  const place = await app.inbox.selected.boundingBox();
  const flooded = flood(2000, 1000);
  for (const count of [300, 900, 1500]) {
    await seen(async () => pillCount(await app.inbox.pill.textContent())).toBeGreaterThan(count);
    expect(await app.inbox.selectedSentence()).toBe(sentence);
    expect(await app.inbox.selected.boundingBox()).toEqual(place);
  }
  await flooded;
  await app.inbox.button('Show 2,000 new deliveries').click();
  await hasRows(app.inbox, 6000);
  await showsWhatIsStored();
  await staysSmall();
});

const pillCount = (text: string | null) => Number(text?.replace(/[^\d]/g, ''));

it('goes through 22,000 rows by key and by wheel, and every row is the right one', async () => {
  await app.page.keyboard.press('Escape');
  await flood(16_000);
  await hasRows(app.inbox, 22_000);
  const { page, inbox } = app;
  for (const [key, index] of [
    ['End', 21_999],
    ['PageUp', 21_989],
    ['k', 21_988],
    ['Home', 0],
    ['PageDown', 10],
  ] as const) {
    await page.keyboard.press(key);
    await seen(() => inbox.selected.getAttribute('aria-posinset')).toBe(String(index + 1));
    await showsWhatIsStored();
    const { items } = await stage.host.call('deliveries.list', { offset: index, limit: 1 });
    await inbox.delivery.getByRole('heading', { name: items[0]!.eventType! }).waitFor();
  }
  await page.keyboard.press('Escape');
  await inbox.list.hover();
  for (const by of [900, 40_000, 250_000, -120_000, 900_000, -300]) {
    const before = await scrollTop();
    await page.mouse.wheel(0, by);
    await seen(scrollTop).not.toBe(before);
    await seen(visibleSkeletons).toBe(0);
    await showsWhatIsStored();
  }
  await staysSmall();
});
