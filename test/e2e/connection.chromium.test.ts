// The page and its host: lost and found again, opened twice, and opened by whoever should not.

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openApp, openChromium } from './support/chromium.ts';
import { hasRows } from './support/fresh-app.ts';
import { startHeadless } from './support/headless.ts';
import { inboxOf, seen } from './support/inbox.ts';
import { freePort, send } from './support/send.ts';

it('says when the connection is lost, and catches up when it is back', async () => {
  const host = await startHeadless();
  const { page } = await openApp(await openChromium(), host.uiUrl);
  const line = await breakableLine(page);
  await page.reload();
  const inbox = inboxOf(page);
  await send(host.receiverUrl, { target: '/before' });
  await hasRows(inbox, 1);
  await inbox.open(inbox.row('/before'));

  line.cut();
  await page.getByText('Hookglass is not answering').waitFor();
  await page.getByRole('contentinfo').getByText('Reconnecting').waitFor();
  await page.getByRole('region', { name: 'Public URL' }).getByText('not known').waitFor();
  // What was read stays there to be read.
  await inbox.delivery.getByRole('heading', { name: 'POST /before' }).waitFor();
  await page.keyboard.press('p');
  await inbox.toast(/connection to Hookglass/);
  await send(host.receiverUrl, { target: '/meanwhile' });

  line.mend();
  await page.getByText('Hookglass is not answering').waitFor({ state: 'detached' });
  await inbox.pill.click();
  await inbox.row('/meanwhile').waitFor();
});

it('knows an earlier run’s page, and the new address works', async () => {
  const port = String(await freePort());
  const host = await startHeadless({ args: ['--ui-port', port] });
  const browser = await openChromium();
  const { page } = await openApp(browser, host.uiUrl);
  await send(host.receiverUrl, { target: '/kept' });
  await hasRows(inboxOf(page), 1);
  await host.kill9();
  await page.getByText('Hookglass is not answering').waitFor();
  await inboxOf(page).row('/kept').waitFor();

  const { dataDir } = host;
  const again = await startHeadless({ dataDir, args: ['--ui-port', port] });
  await page.getByText(/This page belongs to an earlier run of Hookglass/).waitFor();
  const { page: newPage, problems } = await openApp(browser, again.uiUrl);
  await inboxOf(newPage).row('/kept').waitFor();
  // The token is neither to be seen nor to be bookmarked.
  expect(newPage.url()).toBe(`http://127.0.0.1:${port}/`);
  await newPage.reload();
  await inboxOf(newPage).row('/kept').waitFor();
  expect(problems).toEqual([]);
});

it('refuses a page without the key or with a wrong one, and says what to do', async () => {
  const host = await startHeadless();
  const browser = await openChromium();
  const { origin } = new URL(host.uiUrl);
  const noKey = await openApp(browser, `${origin}/`);
  await noKey.page.getByText(/This page was opened without its key\. Open the address/).waitFor();
  const wrongKey = await openApp(browser, `${origin}/#token=not-the-token`);
  await wrongKey.page.getByText(/Open the address that it printed/).waitFor();
  for (const { page } of [noKey, wrongKey]) {
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await page.content()).not.toContain(host.receiverUrl);
  }
});

it('keeps two pages alike', async () => {
  const host = await startHeadless();
  const browser = await openChromium();
  const first = await openApp(browser, host.uiUrl);
  const second = await openApp(browser, host.uiUrl);
  const [one, other] = [inboxOf(first.page), inboxOf(second.page)];
  await send(host.receiverUrl, { target: '/a' });
  await send(host.receiverUrl, { target: '/b' });
  for (const inbox of [one, other]) await hasRows(inbox, 2);
  await one.open(one.row('/a'));
  await first.page.keyboard.press('p');
  await other.row(/\/a, .* pinned$/).waitFor();
  await one.open(one.row('/b'));
  await other.open(other.row('/b'));
  await first.page.keyboard.press('Delete');
  for (const inbox of [one, other]) await hasRows(inbox, 1);
  await second.page.getByText('This delivery was removed.').waitFor();
  await one.button('New endpoint').click();
  await one.dialog.getByLabel('Name', { exact: true }).fill('Shared');
  await one.dialog.getByLabel('Path', { exact: true }).fill('/shared');
  await one.dialog.getByRole('button', { name: 'Create endpoint' }).click();
  await second.page.getByRole('navigation').getByText('Shared').waitFor();
  await seen(() => second.page.getByRole('dialog').count()).toBe(0);
  expect([...first.problems, ...second.problems]).toEqual([]);
});

/** Stands between the page and its host, so that the line between them can be cut. */
async function breakableLine(page: Page) {
  let cut = false;
  const cuts = new Set<() => void>();
  await page.routeWebSocket(/\/ws$/, (line) => {
    if (cut) return void line.close();
    const server = line.connectToServer();
    cuts.add(() => {
      void server.close();
      void line.close();
    });
  });
  return {
    cut() {
      cut = true;
      for (const end of cuts) end();
    },
    mend() {
      cut = false;
    },
  };
}
