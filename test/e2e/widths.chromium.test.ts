// What a window of each width shows in full: the names that one looks for.

import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openApp } from './support/chromium.ts';
import { fillWithDemo } from './support/demo.ts';
import { type Stage, setStage } from './support/fresh-app.ts';
import { type Inbox, inboxOf } from './support/inbox.ts';

const ENDPOINTS = ['BlockMark', 'GitHub', 'LicenseChain', 'Pocketbook', 'Everything else'];
const EVENTS = ['certificate.created', 'certificate.minted', 'invoice.paid', 'orders/create'];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await fillWithDemo(stage.host);
});

/** Whether an element's text reaches beyond what the elements around it show. */
function isCut(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { right, width } = range.getBoundingClientRect();
    let room = window.innerWidth;
    for (let around: Element | null = element; around; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === 'visible') continue;
      room = Math.min(room, around.getBoundingClientRect().right);
    }
    return width === 0 || right > room + 1;
  });
}

async function openAt(width: number, height: number): Promise<Inbox> {
  const { page } = await openApp(stage.browser, stage.host.uiUrl);
  await page.setViewportSize({ width, height });
  // A window that opens at a size, not one that is dragged to it.
  await page.reload();
  const inbox = inboxOf(page);
  await inbox.open(inbox.row(/certificate\.minted at .*Failed/));
  return inbox;
}

it.each([
  [820, 600],
  [900, 600],
  [1000, 700],
  [1120, 700],
  [1280, 800],
])('shows names of events and endpoints in full at %i × %i', async (width, height) => {
  const inbox = await openAt(width, height);
  const cut: string[] = [];
  for (const name of EVENTS) {
    const event = inbox.row(name).first().getByText(name, { exact: true });
    if (await isCut(event)) cut.push(name);
  }
  const nav = inbox.page.getByRole('navigation');
  for (const name of ENDPOINTS) {
    if (await isCut(nav.getByText(name, { exact: true }))) cut.push(name);
  }
  expect(cut).toEqual([]);
  await nav.getByRole('button', { name: /^Pocketbook 2 failed 4 new$/ }).waitFor();
  expect(await isCut(inbox.delivery.getByRole('heading', { level: 2 }))).toBe(false);
  await inbox.page.context().close();
});

it('shows the parts of a delivery in one row of tabs from 900 px on', async () => {
  for (const [width, height] of [
    [900, 600],
    [1120, 700],
  ] as const) {
    const { delivery, page } = await openAt(width, height);
    const tabs = await delivery.getByRole('tab').all();
    const tops = await Promise.all(tabs.map(async (tab) => (await tab.boundingBox())?.y));
    expect(tops).toHaveLength(6);
    expect(new Set(tops).size).toBe(1);
    await page.context().close();
  }
});

it('shows the path beside the event in a window as it opens first', async () => {
  const inbox = await openAt(1360, 820);
  const row = inbox.row(/certificate\.minted at .*Failed/);
  expect(await isCut(row.getByText('/pocketbook', { exact: true }))).toBe(false);
});
