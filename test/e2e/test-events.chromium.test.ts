// Choosing, editing and sending a test event, as a person does it.

import { beforeAll, beforeEach, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { startDestination } from './support/destination.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { screenshot } from './support/screenshot.ts';

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

const press = (key: string) => app.page.keyboard.press(key);

it('is chosen, edited and sent to the receiver by keyboard, and verified', async () => {
  const secrets = [{ label: 'current', value: 'whsec_e2e' }];
  await stage.host.call('endpoints.create', {
    ...{ name: 'Stripe', path: '/stripe', provider: 'stripe', secrets },
  });
  await app.page
    .getByRole('button', { name: /^Stripe/ })
    .first()
    .click();
  await press('s');
  const { dialog } = app.inbox;
  await dialog.getByText('Signed with the secret “current”.').waitFor();
  await dialog.getByRole('combobox', { name: 'Event' }).press('Enter');
  await app.page.getByRole('option', { name: 'invoice.paid' }).press('Enter');
  const body = dialog.getByRole('textbox', { name: 'Body' });
  await seen(() => body.textContent()).toContain('"object": "invoice"');
  await screenshot(app.page, 'test-event', 'light');
  await screenshot(app.page, 'test-event', 'dark');
  await expectNoSeriousAxe(app.page);
  await body.focus();
  await press('ControlOrMeta+a');
  await app.page.keyboard.insertText('{"id":"evt_mine","type":"invoice.paid"}');
  await dialog.getByText('Edited: it is sent as it stands here.').waitFor();
  await press('ControlOrMeta+Enter');
  await dialog.getByText('Sent invoice.paid. It was answered 200.').waitFor();
  await dialog.getByText('Verified').waitFor();
  await screenshot(app.page, 'test-event-sent', 'light');
  await dialog.getByRole('button', { name: 'Open the delivery' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await app.inbox.show('Body');
  await app.inbox.delivery.getByText('evt_mine').first().waitFor();
  const { items } = await stage.host.call('deliveries.list', {});
  expect(items[0]).toMatchObject({ eventType: 'invoice.paid', verdict: { status: 'verified' } });
  expect(app.problems).toEqual([]);
});

it('is signed with a test key where the provider has a private one, which can be copied', async () => {
  const { id } = await stage.host.call('endpoints.create', {
    ...{ name: 'Bot', path: '/bot', provider: 'discord' },
  });
  await app.page.getByRole('button', { name: /^Bot/ }).first().click();
  await press('s');
  const { dialog } = app.inbox;
  expect(await dialog.getByRole('radio', { name: 'Test key' }).isChecked()).toBe(true);
  const { publicKey } = await stage.host.call('endpoints.testKey', { id });
  await dialog.getByText(publicKey).waitFor();
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy the public key' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(publicKey);
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await dialog.getByText('Verified').waitFor();
  for (const [width, height] of [
    [1280, 800],
    [900, 600],
  ] as const) {
    await app.page.setViewportSize({ width, height });
    await screenshot(app.page, `test-event-key-${width}`, 'light');
    await screenshot(app.page, `test-event-key-${width}`, 'dark');
  }
  await expectNoSeriousAxe(app.page);
  await dialog.getByRole('button', { name: 'Open the delivery' }).click();
  await app.inbox.show('Signature');
  await app.inbox.delivery.getByText(/^A test event: signed with this endpoint/).waitFor();
  await press('s');
  await dialog.getByRole('radio', { name: 'Nothing' }).click();
  await dialog.getByText(/^Unsigned/).waitFor();
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await dialog.getByRole('button', { name: 'Open the delivery' }).click();
  const { items } = await stage.host.call('deliveries.list', {});
  expect(items.map(({ verdict }) => verdict.status)).toEqual(['unchecked', 'verified']);
  expect(app.problems).toEqual([]);
});

it('tells where its JSON goes wrong as it is typed', async () => {
  await stage.host.call('endpoints.create', { name: 'Hub', path: '/hub', provider: 'github' });
  await app.page.getByRole('button', { name: /^Hub/ }).first().click();
  await press('s');
  const { dialog } = app.inbox;
  const body = dialog.getByRole('textbox', { name: 'Body' });
  await seen(() => body.textContent()).toContain('"ref"');
  await body.focus();
  await press('ControlOrMeta+a');
  await app.page.keyboard.insertText('{"a": 1\n"b": 2}');
  await dialog.getByText('Line 2, column 1: a comma is missing. It is sent as it').waitFor();
  await screenshot(app.page, 'test-event-json', 'light');
  await screenshot(app.page, 'test-event-json', 'dark');
  await press('ControlOrMeta+a');
  await app.page.keyboard.insertText('{"a": 1, "b": 2}');
  await dialog.getByText('Edited: it is sent as it stands here.').waitFor();
  expect(app.problems).toEqual([]);
});

it('goes to the server of the endpoint, and says why it cannot where there is none', async () => {
  const server = await startDestination();
  server.answer = { status: 418 };
  await stage.host.call('endpoints.create', {
    ...{ name: 'Hub', path: '/hub', provider: 'github', forwardTo: `${server.url}/hooks` },
  });
  await app.page.getByRole('button', { name: /^Hub/ }).first().click();
  await app.page.getByRole('button', { name: 'Choose and edit a test event' }).click();
  const { dialog } = app.inbox;
  await dialog.getByText('Unsigned: this endpoint has no secret.').waitFor();
  await dialog.getByRole('radio', { name: 'Public URL' }).click();
  await dialog.getByText('There is no public URL now.').waitFor();
  await seen(() => dialog.getByRole('button', { name: /^Send/ }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: 'Your server' }).click();
  await dialog.getByText(`${server.url}/hooks`).waitFor();
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await dialog.getByText('Sent push. It was answered 418.').waitFor();
  await screenshot(app.page, 'test-event-answered', 'dark');
  const { headers } = await server.request(0);
  expect(headers).toContainEqual(['X-GitHub-Event', 'push']);
  await server.close();
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await dialog
    .getByRole('alert')
    .getByText(/Nothing is listening/)
    .waitFor();
  await screenshot(app.page, 'test-event-refused', 'light');
  expect(app.problems).toEqual([]);
});
