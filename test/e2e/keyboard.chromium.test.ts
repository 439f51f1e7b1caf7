// Everything by keyboard alone, as the help says.

import { beforeAll, beforeEach, expect, it } from 'vitest';
import { startDestination } from './support/destination.ts';
import { type FreshApp, hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

const press = (key: string) => app.page.keyboard.press(key);
const selectedIs = (path: string) =>
  seen(() => app.inbox.selectedSentence()).toContain(`, POST, ${path}, `);

async function defaultEndpoint() {
  const { items } = await stage.host.call('endpoints.list', {});
  return items.find(({ isDefault }) => isDefault)!;
}

it('moves through the list by rows, by tens and to its ends', async () => {
  await stage.sendMany(40);
  await hasRows(app.inbox, 40);
  for (const [key, path] of [
    ['j', '/d/40'],
    ['j', '/d/39'],
    ['ArrowDown', '/d/38'],
    ['k', '/d/39'],
    ['ArrowUp', '/d/40'],
    ['ArrowUp', '/d/40'],
    ['PageDown', '/d/30'],
    ['End', '/d/1'],
    ['j', '/d/1'],
    ['PageUp', '/d/11'],
    ['Home', '/d/40'],
  ] as const) {
    await press(key);
    await selectedIs(path);
    await app.inbox.delivery.getByRole('heading', { name: `POST ${path}`, exact: true }).waitFor();
  }
  await press('Escape');
  await seen(() => app.inbox.selected.count()).toBe(0);
  expect(app.problems).toEqual([]);
});

it('shows each part of a delivery with 1 to 6', async () => {
  await stage.sendMany(1);
  await hasRows(app.inbox, 1);
  await press('j');
  for (const [index, name] of [
    'Overview',
    'Body',
    'Headers',
    'Signature',
    'Timing',
    'Attempts',
  ].entries()) {
    await press(String(index + 1));
    await app.inbox.delivery.getByRole('tab', { name, selected: true }).waitFor();
  }
});

it('replays with R and asks where to where nothing is set', async () => {
  const server = await startDestination();
  await stage.sendMany(1);
  await hasRows(app.inbox, 1);
  await press('j');
  await app.inbox.delivery.waitFor();
  await press('r');
  const { dialog } = app.inbox;
  await dialog.getByRole('heading', { name: 'Forward to' }).waitFor();
  await app.page.keyboard.type(`${server.url}/first`);
  await press('Enter');
  await app.inbox.toast('Replayed: your server answered 200');
  expect((await server.request(0)).target).toBe('/first/d/1');

  const { id } = await defaultEndpoint();
  await stage.host.call('endpoints.update', { id, forwardTo: `${server.url}/own` });
  await press('r');
  expect((await server.request(1)).target).toBe('/own/d/1');
  await press('f');
  await dialog.getByRole('radio', { name: /recent$/ }).waitFor();
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('pins with P, deletes with Delete and goes on to the neighbour', async () => {
  await stage.sendMany(3);
  await hasRows(app.inbox, 3);
  await press('j');
  await press('j');
  await selectedIs('/d/2');
  await app.inbox.delivery.getByRole('button', { name: 'Pin', exact: true }).waitFor();
  await press('p');
  await app.inbox.row(/\/d\/2, .* pinned$/).waitFor();
  await app.inbox.button('Pinned 1').waitFor();

  await press('Delete');
  await app.page.getByRole('dialog', { name: 'Delete a pinned delivery?' }).waitFor();
  // The harmless answer has the focus.
  await press('Enter');
  await app.inbox.dialog.waitFor({ state: 'detached' });
  await hasRows(app.inbox, 3);
  await press('p');
  await app.inbox.button('Pinned 0').waitFor();
  await press('Delete');
  await hasRows(app.inbox, 2);
  await selectedIs('/d/1');
  await press('Backspace');
  await hasRows(app.inbox, 1);
  await selectedIs('/d/3');
});

it('searches with /, walks through the results and comes back with Esc', async () => {
  await stage.sendMany(12);
  await hasRows(app.inbox, 12);
  await press('/');
  await app.page.keyboard.type('/d/1');
  await hasRows(app.inbox, 4);
  await press('ArrowDown');
  await press('ArrowDown');
  await selectedIs('/d/11');
  expect(await app.inbox.search.inputValue()).toBe('/d/1');
  await press('Escape');
  await hasRows(app.inbox, 12);
  expect(await app.inbox.search.inputValue()).toBe('');
  await selectedIs('/d/11');
  // In the field a letter is a letter; out of it, a command.
  await press('j');
  expect(await app.inbox.search.inputValue()).toBe('j');
  await press('Escape');
  await press('Escape');
  await press('j');
  await selectedIs('/d/10');
});

it('does anything from the palette', async () => {
  await stage.sendMany(2);
  const { dialog } = app.inbox;
  await press('Control+k');
  await app.page.keyboard.type('dark');
  await press('Enter');
  await app.page.locator('html[data-theme="dark"]').waitFor();
  await press('Control+k');
  await press('Control+k');
  await dialog.waitFor({ state: 'detached' });

  await press('Control+k');
  await app.page.keyboard.type('retention');
  await dialog.getByRole('option', { name: /^Search deliveries for/ }).waitFor();
  await press('Escape');
  await press('Control+k');
  await app.page.keyboard.type('/d/2');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await hasRows(app.inbox, 1);
  expect(await app.inbox.search.inputValue()).toBe('/d/2');
});

it('shows every key, finds one, and gives the focus back', async () => {
  await stage.sendMany(1);
  await hasRows(app.inbox, 1);
  await press('j');
  await press('Tab');
  const focused = await app.page.evaluateHandle(() => document.activeElement);
  await press('?');
  const { dialog } = app.inbox;
  for (const key of ['J', 'K', 'R', 'F', 'C', 'P', '/', 'Esc', 'Ctrl K', '?', '1', '6', 'E', 'T']) {
    await dialog.getByText(key, { exact: true }).first().waitFor();
  }
  await app.page.keyboard.type('replay');
  await seen(() => dialog.locator('dt').allTextContents()).toEqual(['Replay']);
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
});

it('sets an endpoint up with E without losing what was typed', async () => {
  const { dialog } = app.inbox;
  await press('e');
  await dialog.getByRole('heading', { name: 'Endpoint “Everything else”' }).waitFor();
  await dialog.getByLabel('Forward to').focus();
  await app.page.keyboard.type('3999/hooks');
  await press('Escape');
  await app.page.getByRole('dialog', { name: 'Discard the changes?' }).waitFor();
  await press('Enter');
  await press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  expect((await defaultEndpoint()).forwardTo).toBe('http://localhost:3999/hooks');
});

it('sends a test event with T and opens the settings with Ctrl+comma', async () => {
  const { id } = await defaultEndpoint();
  const secrets = [{ label: 'current', value: 'whsec_keyboard' }];
  await stage.host.call('endpoints.update', { id, provider: 'stripe', secrets });
  await app.page.getByRole('navigation').getByText('Everything else').waitFor();
  await press('t');
  await app.inbox.row(/from Stripe, The signature is valid/).waitFor();
  await app.inbox.toast(/^Sent /);
  await press('Control+,');
  await app.inbox.dialog.getByRole('heading', { name: 'Settings' }).waitFor();
  await press('ArrowDown');
  await app.inbox.dialog.getByRole('tab', { name: 'Notifications', selected: true }).waitFor();
  await press('Escape');
  expect(app.problems).toEqual([]);
});

it('reaches every pane with Tab, and leaves the keys of a field to the field', async () => {
  await stage.sendMany(3);
  await hasRows(app.inbox, 3);
  const reached = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await press('Tab');
    reached.add(await app.page.evaluate(nameOfFocus));
  }
  for (const name of ['Search deliveries', 'Deliveries, newest first', 'Width of the list']) {
    expect(reached).toContain(name);
  }
  await app.inbox.search.focus();
  await app.page.keyboard.type('rfcpte?1');
  expect(await app.inbox.search.inputValue()).toBe('rfcpte?1');
  await seen(() => app.inbox.dialog.count()).toBe(0);
});

function nameOfFocus(): string {
  const focused = document.activeElement;
  return focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
}
