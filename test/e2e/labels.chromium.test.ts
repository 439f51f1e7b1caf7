// Labels and notes: by key, seen in the row and in the pane, found by the search.

import { beforeAll, beforeEach, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

const press = (key: string) => app.page.keyboard.press(key);
const row = (number: number) => app.inbox.row(`, /d/${number}, `);
const dialog = () => app.page.getByRole('dialog', { name: 'Label' });

it('labels the open delivery by a number, and takes the label away', async () => {
  await stage.sendMany(2);
  await app.inbox.open(row(2));
  await press('l');
  await dialog().waitFor();
  await expectNoSeriousAxe(app.page);
  await picture(app.page, 'label');
  await press('5');
  await app.inbox.row(/\/d\/2,.+labelled blue/).waitFor();
  await app.inbox.button('Change the label blue').click();
  const blue = dialog().getByRole('button', { name: /^Blue/ });
  expect(await blue.getAttribute('aria-pressed')).toBe('true');
  await seen(() => blue.evaluate((element) => element === document.activeElement)).toBe(true);
  await dialog()
    .getByRole('button', { name: /^No label/ })
    .click();
  await seen(() => app.inbox.row(/labelled/).count()).toBe(0);
  expect(app.problems).toEqual([]);
});

it('labels and notes all the chosen ones by key, and the search finds them by both', async () => {
  await stage.sendMany(4);
  await row(4).click();
  await row(2).click({ modifiers: ['Shift'] });
  await press('l');
  await app.page.getByRole('dialog', { name: 'Label 3 deliveries' }).waitFor();
  await press('1');
  await seen(() => app.inbox.row(/labelled red/).count()).toBe(3);
  await row(1).click();
  await press('n');
  await app.page.getByRole('textbox', { name: 'Note' }).fill('ask Ana');
  await press('Control+Enter');
  await app.inbox.row(/\/d\/1,.+with a note/).waitFor();
  await app.inbox.delivery.getByRole('button', { name: 'Change the note: ask Ana' }).waitFor();
  await app.inbox.search.fill('label:red');
  await hasRows(app.inbox, 3);
  await app.inbox.search.fill('note:"ask Ana"');
  await hasRows(app.inbox, 1);
  await row(1).waitFor();
  expect(app.problems).toEqual([]);
});
