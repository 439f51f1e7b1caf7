// Choosing a provider among two hundred, by keyboard: search, what is said of each, and what it asks for.

import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { screenshot } from './support/screenshot.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

/** A new endpoint's dialog with the list of providers open. */
async function openList(): Promise<FreshApp & { search: Locator; options: Locator }> {
  const app = await stage.open();
  await app.inbox.button('New endpoint').click();
  await app.inbox.dialog.getByRole('combobox', { name: 'Provider' }).click();
  const search = app.page.getByPlaceholder(/^Search \d+ providers$/);
  await search.waitFor();
  return { ...app, search, options: app.page.getByRole('option') };
}

it('offers the most used first, and every provider in one list', async () => {
  const { page, search, options, problems } = await openList();
  const count = Number(/\d+/.exec((await search.getAttribute('placeholder')) ?? '')?.[0]);
  expect(count).toBeGreaterThan(190);
  expect(await options.count()).toBe(count + 1);
  expect(await options.nth(1).textContent()).toContain('Stripe');
  await screenshot(page, 'providers', 'light');
  await screenshot(page, 'providers', 'dark');
  await expectNoSeriousAxe(page);
  expect(problems).toEqual([]);
});

it('is searched by category and name, and chosen from, without the mouse', async () => {
  const { page, inbox, search, options } = await openList();
  await search.pressSequentially('payments');
  await seen(() => options.first().getAttribute('aria-selected')).toBe('true');
  expect(await options.count()).toBeGreaterThan(20);
  await search.fill('square');
  await seen(() => options.first().textContent()).toContain('Square');
  await page.keyboard.press('ArrowDown');
  await seen(() => options.nth(1).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const chooser = inbox.dialog.getByRole('combobox', { name: 'Provider' });
  await seen(() => chooser.textContent()).toContain('Square');
  // Square signs the URL it calls, so it is asked for.
  await inbox.dialog.getByLabel('The URL as the provider knows it').waitFor();
});

it('offers the generic ways of signing where nobody is found', async () => {
  const { page, inbox, search, options } = await openList();
  await search.fill('nobody signs like this');
  await page.getByText('No provider of that name.').waitFor();
  expect(await options.count()).toBe(2);
  await page.keyboard.press('Enter');
  const chooser = inbox.dialog.getByRole('combobox', { name: 'Provider' });
  await seen(() => chooser.textContent()).toContain('Standard Webhooks');
});

it('marks who is unconfirmed, and says what that means', async () => {
  const { page, inbox, search, options } = await openList();
  await search.fill('stripe');
  await page.keyboard.press('Enter');
  expect(await inbox.dialog.getByText(/^Unconfirmed/).count()).toBe(0);
  const unconfirmed = (await stage.host.call('providers.list', {})).items.find(
    ({ confidence, notes }) => confidence === 'unconfirmed' && notes.length > 0,
  );
  await inbox.dialog.getByRole('combobox', { name: 'Provider' }).click();
  await search.fill(unconfirmed?.name ?? '');
  await options.first().getByText('unconfirmed', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await inbox.dialog.getByText('Unconfirmed: this was not checked').waitFor();
  await inbox.dialog.getByText(unconfirmed?.notes[0] ?? '').waitFor();
  await screenshot(page, 'provider-facts', 'light');
  await screenshot(page, 'provider-facts', 'dark');
  await expectNoSeriousAxe(page);
});

it('takes the URL as the provider knows it, and refuses what is no whole URL', async () => {
  const { page, inbox, search } = await openList();
  await search.fill('twilio');
  await page.keyboard.press('Enter');
  const field = inbox.dialog.getByLabel('The URL as the provider knows it');
  await field.fill('hooks.example/sms');
  await field.blur();
  await inbox.dialog.getByText('Give the whole URL').waitFor();
  await field.fill('https://hooks.example/sms');
  await inbox.dialog.getByRole('button', { name: 'Create endpoint' }).click();
  await inbox.dialog.waitFor({ state: 'detached' });
  const { items } = await stage.host.call('endpoints.list', {});
  expect(items.find(({ provider }) => provider === 'twilio')).toMatchObject({
    publicUrl: 'https://hooks.example/sms',
  });
});
