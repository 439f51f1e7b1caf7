// Every command of the palette, chosen by its name, does what the name says.

import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
  // No tunnel server is there: asking for a public URL fails at once.
  await stage.host.call('settings.update', { tunnel: { host: 'http://127.0.0.1:1' } });
  app = await stage.open();
  await stage.sendMany(3);
  await app.inbox.rows.nth(2).waitFor();
});

const dialog = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('heading', { name }).waitFor();
const toast = (words: string | RegExp) => () => app.inbox.toast(words);
const opens = (name: string | RegExp) => (page: Page) => dialog(page, name);
const tab = (name: string) => (page: Page) =>
  page.getByRole('tab', { name, selected: true }).waitFor();
const current = (name: RegExp) => (page: Page) =>
  page.locator('nav [aria-current]', { hasText: name }).waitFor();

/** What is to be seen after a command, by its name in the palette; in the order they are tried. */
const EFFECTS: [name: string, effect: (page: Page) => Promise<unknown>][] = [
  ['Replay', opens('Forward to')],
  ['Forward to…', opens('Forward to')],
  ['Copy as cURL', toast('Copied as cURL')],
  ['Pin or unpin', () => app.inbox.button('Pinned 1').waitFor()],
  ['Show the overview', tab('Overview')],
  ['Show the body', tab('Body')],
  ['Show the headers', tab('Headers')],
  ['Show the signature', tab('Signature')],
  ['Show the timing', tab('Timing')],
  ['Show the attempts', tab('Attempts')],
  ['Choose all deliveries of the list', () => chosen(/^\d deliveries$/)],
  ['Search', () => seen(() => focused(app.page)).toBe('Search deliveries')],
  ['Show pinned deliveries', current(/Pinned/)],
  ['Show failed signatures', current(/Failed signatures/)],
  ['Go to Everything else', current(/Everything else/)],
  ['Show all deliveries', current(/All deliveries/)],
  ['Clear all deliveries', opens('Clear all deliveries?')],
  ['Send a test event', toast(/^Sent /)],
  ['Send a test event to Everything else', toast(/^Sent /)],
  ['Choose and edit a test event', opens('Test event')],
  ['Endpoint settings', opens(/^Endpoint “Everything else”/)],
  ['Change Everything else', opens(/^Endpoint “Everything else”/)],
  ['New endpoint', opens('New endpoint')],
  ['Keys', opens('Keys')],
  ['Settings', opens('Settings')],
  ['Settings: Notifications', tab('Notifications')],
  ['Settings: Storage', tab('Storage')],
  ['Pause receiving', (page) => page.getByText('Paused.').waitFor()],
  ['Resume receiving', () => app.inbox.button('Pause').waitFor()],
  ['Use the dark theme', (page) => page.locator('html[data-theme="dark"]').waitFor()],
  ['Use the light theme', (page) => page.locator('html[data-theme="light"]').waitFor()],
  ["Use the system's theme", (page) => page.locator('html[data-theme="light"]').waitFor()],
  ['Show compact rows', () => rowsAre(30)],
  ['Show comfortable rows', () => rowsAre(36)],
  ['Write a note', opens('Note')],
  ['Label red', () => app.inbox.row(/labelled red/).waitFor()],
  ['Take the label away', () => app.inbox.row(/labelled red/).waitFor({ state: 'detached' })],
  ['Pin or unpin', () => app.inbox.button('Pinned 0').waitFor()],
  ['Delete', toast('Deleted 1 delivery')],
  ['Undo the last deletion', toast('It is back')],
];

const chosen = (words: RegExp) =>
  app.page.getByRole('region', { name: 'Chosen deliveries' }).getByText(words).first().waitFor();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const rowsAre = (height: number) =>
  seen(() =>
    app.inbox.rows.first().evaluate((row) => Math.round(row.getBoundingClientRect().height)),
  ).toBe(height);

async function choose(name: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
}

/** Back to the list, with its oldest delivery open. */
async function begin(): Promise<void> {
  const { page, inbox } = app;
  for (let tries = 0; tries < 3 && (await inbox.dialog.count()) > 0; tries++) {
    await page.keyboard.press('Escape');
  }
  await inbox.dialog.waitFor({ state: 'detached' });
  await page.locator('nav').getByText('All deliveries').click();
  if ((await inbox.pill.count()) > 0) await inbox.pill.click();
  await inbox.rows.last().click();
  await inbox.delivery.waitFor();
}

it.each(EFFECTS)('%s does what it says', async (name, effect) => {
  await begin();
  await choose(name);
  await effect(app.page);
  expect(app.problems).toEqual([]);
});

it('offers nothing that fails', async () => {
  await begin();
  await app.page.keyboard.press('Control+k');
  const offered = await app.page
    .getByRole('option')
    .locator('span:first-of-type')
    .allTextContents();
  expect(offered.length).toBeGreaterThan(EFFECTS.length);
  await app.page.keyboard.press('Escape');
  for (const name of offered) {
    await begin();
    await choose(name);
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' });
    expect([
      name,
      await app.page.locator('[data-sonner-toast][data-type="error"]').count(),
    ]).toEqual([name, 0]);
  }
  expect(app.problems).toEqual([]);
}, 180_000);
