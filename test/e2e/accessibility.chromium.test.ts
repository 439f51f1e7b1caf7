// No serious issue for axe on any screen or dialog, light and dark, in a wide and in a small window.

import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { openApp } from './support/chromium.ts';
import { fillWithDemo } from './support/demo.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { startHeadless } from './support/headless.ts';
import { inboxOf, type TabName } from './support/inbox.ts';

const TABS: TabName[] = ['Overview', 'Body', 'Headers', 'Signature', 'Timing', 'Attempts'];
const SECTIONS = ['Appearance', 'Public URL', 'Storage', 'Receiver', 'About'];

/** Rules whose outcome depends on the theme or on the room there is. */
const LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await fillWithDemo(stage.host);
});

async function open(uiUrl = stage.host.uiUrl): Promise<FreshApp> {
  const app = await openApp(stage.browser, uiUrl);
  return { ...app, inbox: inboxOf(app.page) };
}

/** Every rule in the light and in a wide window, then in the dark and in a small one what may differ. */
async function expectAccessible(page: Page): Promise<void> {
  await look(page, 'light', 1280, 800);
  await expectNoSeriousAxe(page);
  await look(page, 'dark', 900, 600);
  await expectNoSeriousAxe(page, LOOKS);
}

async function expectAccessibleAnyWay(page: Page): Promise<void> {
  await expectAccessible(page);
  await look(page, 'dark', 1280, 800);
  await expectNoSeriousAxe(page);
  await look(page, 'light', 900, 600);
  await expectNoSeriousAxe(page);
}

async function look(page: Page, theme: 'light' | 'dark', width: number, height: number) {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height });
  await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
}

it('has no serious issue: the list and each part of a delivery', async () => {
  const { page, inbox, problems } = await open();
  await inbox.rows.first().waitFor();
  await expectAccessibleAnyWay(page);
  for (const row of [/certificate\.minted at .*Failed/, /orders\/create .*valid/]) {
    await inbox.row(row).click();
    await inbox.delivery.waitFor();
    for (const tab of TABS) {
      await inbox.show(tab);
      await expectAccessible(page);
    }
  }
  await page.context().close();
  expect(problems).toEqual([]);
});

it('has no serious issue: every dialog', async () => {
  const { page, inbox } = await open();
  const { dialog } = inbox;
  await inbox.open(inbox.row(/certificate\.minted at .*Failed/));

  await page.keyboard.press('e');
  await dialog.getByRole('button', { name: /^More/ }).click();
  await dialog.getByText('What the provider is answered').first().waitFor();
  await expectAccessible(page);
  await dialog.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByPlaceholder(/^Search \d+ providers$/).waitFor();
  await expectAccessible(page);
  await page.getByRole('option', { name: /^Generic HMAC/ }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Discard the changes?' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });

  await page.keyboard.press('f');
  await dialog.getByLabel('Destination', { exact: true }).fill('https://example.com/hooks');
  await dialog.getByText('This is not your machine').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Send deliveries to another machine?' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  for (const [key, sign] of [
    ['Control+k', dialog.getByRole('option').first()],
    ['?', dialog.getByLabel('Find a key')],
  ] as const) {
    await page.keyboard.press(key);
    await sign.waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }

  await page.keyboard.press('Control+,');
  for (const section of SECTIONS) {
    await dialog.getByRole('tab', { name: section }).click();
    await dialog.getByRole('tabpanel', { name: section }).waitFor();
    await expectAccessible(page);
  }
  await page.context().close();
});

it('has no serious issue: menus, banners, messages and empty states', async () => {
  const { page, inbox } = await open();
  await inbox.search.fill('nothing is called that');
  await page.getByText('Nothing found').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await inbox.button('Pinned 0').click();
  await page.getByText('Nothing is pinned').waitFor();
  await expectAccessible(page);
  await inbox.button(/^All deliveries/).click();
  await page.locator('header').first().getByRole('button', { name: 'More' }).click();
  await page.getByRole('menu').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await inbox.button('Pause').click();
  await page.getByText('Deliveries are turned away with 503').waitFor();
  await page.keyboard.press('t');
  await inbox.toast(/./);
  await expectAccessible(page);
  await inbox.button('Resume').first().click();
  await page.getByText('Deliveries are turned away with 503').waitFor({ state: 'detached' });
  await page.context().close();
});

it('has no serious issue: the first steps and a refused page', async () => {
  const host = await startHeadless();
  const { page } = await open(host.uiUrl);
  await page.getByRole('heading', { name: 'Receive your first webhook' }).waitFor();
  await expectAccessibleAnyWay(page);
  const refused = await open(new URL('/', host.uiUrl).href);
  await refused.page.getByText('This page was opened without its key.').waitFor();
  await expectAccessible(refused.page);
  await host.stop();
});
