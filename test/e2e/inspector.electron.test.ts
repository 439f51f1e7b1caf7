// The inspector in the desktop app: find deliveries, find in one, compare two, take some out, delete and undo.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './support/at-end.ts';
import { type Desktop, launchElectron } from './support/electron.ts';
import { type Inbox, inboxOf, seen } from './support/inbox.ts';
import { send } from './support/send.ts';
import * as steps from './walk.ts';

const COUNT = 6;

let desktop: Desktop;
let inbox: Inbox;

const key = (name: string) => desktop.page.keyboard.press(name);
const body = (number: number) =>
  JSON.stringify({ number, customer: { id: `cus_${number}` }, lines: [{ sku: `sku-${number}` }] });

beforeAll(async () => {
  desktop = await launchElectron();
  inbox = inboxOf(desktop.page);
  const receiver = await steps.receiverAt(desktop.page);
  for (let number = 1; number <= COUNT; number++) {
    await send(receiver, {
      target: `/d/${number}`,
      headers: [['Content-Type', 'application/json']],
      body: body(number),
    });
  }
  await inbox.row(`/d/${COUNT}`).waitFor();
}, 60_000);

beforeEach(async () => {
  // Takes back what the test before left: suggestions, filter, field, choice, delivery.
  for (let i = 0; i < 5; i++) await key('Escape');
  await seen(() => inbox.rows.count()).toBe(COUNT);
});

const row = (number: number) => inbox.row(`/d/${number}`).first();

it('finds deliveries by a filter, and keeps them while the next term is wrong', async () => {
  await inbox.search.fill('body.customer.id:cus_4 ');
  await seen(() => inbox.rows.count()).toBe(1);
  expect(await inbox.filterText()).toBe('body.customer.id:cus_4');
  await inbox.search.fill('is:pined');
  await desktop.page.getByText('Did you mean “pinned”?').first().waitFor();
  await row(4).waitFor();
  expect(desktop.problems).toEqual([]);
});

it('finds in the body of a delivery', async () => {
  await inbox.open(row(2));
  await key('ControlOrMeta+f');
  const search = inbox.delivery.getByRole('search');
  await search.getByLabel('Find in this body').fill('_2|-2');
  await search.getByRole('button', { name: 'Regular expression' }).click();
  await seen(() => search.getByRole('status').textContent()).toBe('1 of 2');
  await search.getByLabel('Find in this body').press('Escape');
  await search.waitFor({ state: 'detached' });
  expect(desktop.problems).toEqual([]);
});

it('compares two deliveries that were chosen', async () => {
  await row(2).click();
  await row(1).click({ modifiers: ['ControlOrMeta'] });
  await key('d');
  const dialog = desktop.page.getByRole('dialog', { name: 'Compare' });
  const values = dialog.getByRole('table', { name: 'Values that differ' });
  await values.waitFor();
  expect(await values.getByRole('rowheader').allInnerTexts()).toEqual([
    'number\nchanged',
    'customer.id\nchanged',
    'lines[0].sku\nchanged',
  ]);
  await key('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(desktop.problems).toEqual([]);
});

it('exports the chosen deliveries, to the byte', async () => {
  const filePath = join(makeFolder(), 'chosen.ndjson');
  // A test cannot click in a dialog of the operating system.
  await desktop.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  await row(5).click();
  await row(3).click({ modifiers: ['Shift'] });
  await key('x');
  await inbox.dialog.getByRole('radio', { name: 'NDJSON' }).click();
  await inbox.dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await inbox.toast(/^Saved hookglass-.*\.ndjson$/);
  const lines = readFileSync(filePath, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).body)).toEqual([body(3), body(4), body(5)]);
  expect(desktop.problems).toEqual([]);
});

it('deletes several deliveries, and brings them back', async () => {
  await row(5).click();
  await row(3).click({ modifiers: ['Shift'] });
  await key('Delete');
  await seen(() => inbox.rows.count()).toBe(COUNT - 3);
  await key('ControlOrMeta+z');
  await seen(() => inbox.rows.count()).toBe(COUNT);
  await row(4).waitFor();
  expect(desktop.problems).toEqual([]);
});
