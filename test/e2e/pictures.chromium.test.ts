// The documentation's pictures, taken of the real app at work; each test also sees that the picture
// shows what it is for.

import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { startLocaltunnelServer } from '../support/localtunnel-server.ts';
import { exampleSecret } from '../support/signed-requests.ts';
import { atEndOfFile } from './support/at-end.ts';
import { openApp, openChromium } from './support/chromium.ts';
import { fillWithDemo } from './support/demo.ts';
import { harOfDay } from './support/har-day.ts';
import { startHeadless } from './support/headless.ts';
import { type Inbox, inboxOf } from './support/inbox.ts';
import { screens } from './support/screens.ts';
import { picture } from './support/screenshot.ts';

let inbox: Inbox;
let page: Page;
let problems: string[];

beforeAll(async () => {
  const server = await startLocaltunnelServer();
  atEndOfFile(server.stop);
  const name = 'calm-otter';
  const tunnel = ['--tunnel', 'localtunnel', '--tunnel-host', server.host, '--subdomain', name];
  const host = await startHeadless({ args: tunnel });
  const deliver = (request: object) => server.publicRequest({ name, ...request });
  await fillWithDemo(host, { deliver });
  ({ page, problems } = await openApp(await openChromium(), host.uiUrl));
  inbox = inboxOf(page);
});

it('shows why a signature does not hold', async () => {
  const row = inbox.row(/certificate\.minted at .*Failed/);
  await inbox.open(row);
  await inbox.show('Signature');
  await inbox.delivery
    .getByRole('heading', { name: 'The body gained a line break at its end after it was signed' })
    .waitFor();
  await inbox.delivery
    .getByText(/^The signature matches the same body without its final newline/)
    .waitFor();
  expect(await inbox.rows.count()).toBeGreaterThan(15);
  await page.getByText(/^reached /).waitFor();
  await inbox.button('All deliveries 19').waitFor();
  await picture(page, 'inspector');
});

it('shows the body, the timing and the attempts', async () => {
  await inbox.show('Body');
  await inbox.delivery.getByText('"certificate.minted"').waitFor();
  await picture(page, 'body');
  await inbox.show('Timing');
  await inbox.delivery.getByText('Waiting for server', { exact: true }).waitFor();
  await picture(page, 'timing');
  await inbox.show('Attempts');
  await inbox.delivery.getByText('"invalid signature"').waitFor();
  await picture(page, 'attempts');
});

it('shows an endpoint, the commands and the settings', async () => {
  await page.keyboard.press('e');
  await inbox.dialog.getByLabel('Forward to').waitFor();
  await picture(page, 'endpoint');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await inbox.dialog.getByRole('option', { name: /^Replay/ }).waitFor();
  await picture(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+,');
  await inbox.dialog.getByRole('tab', { name: 'Storage' }).click();
  await inbox.dialog.getByText('Kept at most').waitFor();
  await picture(page, 'settings');
  expect(problems).toEqual([]);
});

it.each([
  ['filter', 'filter-suggestions'],
  ['filter-tags', 'filter-tags'],
  ['compare', 'compare-values'],
  ['statistics', 'statistics'],
  ['several', 'several'],
  ['copy-as', 'copy-as'],
  ['export', 'export'],
  ['test-event', 'test-event'],
])('shows what one finds, compares and takes out: %s', async (name, screen) => {
  const chosen = screens.find((each) => each.name === screen);
  if (chosen === undefined) throw new Error(`There is no screen ${screen}.`);
  await page.reload();
  await inbox.rows.first().waitFor();
  await chosen.show(inbox);
  await picture(page, name);
  expect(problems).toEqual([]);
});

it('shows what came when', async () => {
  const host = await startHeadless();
  await host.call('settings.update', { firstRunDone: true });
  const secrets = [{ label: 'current', value: exampleSecret('stripe') }];
  await host.call('endpoints.create', {
    name: 'Stripe',
    path: '/stripe',
    provider: 'stripe',
    secrets,
  });
  const { page, problems } = await openApp(await openChromium(), host.uiUrl);
  await page.keyboard.press('i');
  const buffer = Buffer.from(harOfDay(Date.now(), `${host.receiverUrl}/stripe`));
  await page
    .getByLabel('File to import')
    .setInputFiles({ name: 'day.har', mimeType: 'application/json', buffer });
  const strip = page.getByRole('slider', { name: /: 160 deliveries/ });
  await strip.waitFor();
  await page.locator('[data-sonner-toast] [data-close-button]').click();
  await page.locator('[data-sonner-toast]').waitFor({ state: 'detached' });
  await strip.focus();
  for (let step = 0; step < 24; step++) await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowLeft');
  expect(await strip.getAttribute('aria-valuetext')).toMatch(/ to .*: \d+ deliver/);
  await picture(page, 'timeline');
  expect(problems).toEqual([]);
});

it('shows the first steps', async () => {
  const host = await startHeadless();
  const { page, problems } = await openApp(await openChromium(), host.uiUrl);
  await page.getByRole('heading', { name: 'Receive your first webhook' }).waitFor();
  await picture(page, 'first-run');
  expect(problems).toEqual([]);
});
