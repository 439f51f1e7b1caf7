// The same message again: its row says so, and from one of its deliveries one gets to the others.

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';

let stage: Stage;
let app: FreshApp;
let messages = 0;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

const press = (key: string) => app.page.keyboard.press(key);
const group = () => app.page.getByRole('region', { name: 'Deliveries of this message' });
const members = () => group().getByRole('list', { name: 'All deliveries of this message' });

function deliver(id: string, body: object) {
  return stage.send({
    target: '/shop',
    headers: [
      ['Content-Type', 'application/json'],
      ['webhook-id', id],
    ],
    body: JSON.stringify(body),
  });
}

const paid = (amount: number) => ({ type: 'invoice.paid', data: { amount } });

/** Three times the same message, at last with another body. */
async function deliverThrice(): Promise<void> {
  // What was cleared is remembered: each test has messages of its own.
  const id = `evt_${++messages}`;
  await deliver(id, paid(2000));
  await deliver(id, paid(2000));
  await deliver(id, paid(2100));
  await hasRows(app.inbox, 3);
}

describe('a message that comes again', () => {
  it('says in its row which time it is, and in its pane how its body compares', async () => {
    await deliverThrice();
    const { inbox } = app;
    await inbox.row(/invoice\.paid at \/shop, 3rd delivery, .+ after the 2nd/).waitFor();
    await inbox.open(inbox.row(/2nd delivery/));
    await group()
      .getByText(/^2nd delivery, .+ after the 1st; 1 more came later/)
      .waitFor();
    await group().getByText('Same bytes as the 1st').waitFor();
    await inbox.open(inbox.row(/3rd delivery/));
    await group().getByText('Other body than the 2nd').waitFor();
    await group().getByRole('button', { name: 'All 3' }).click();
    await members().getByText('other body').nth(1).waitFor();
    await expectNoSeriousAxe(app.page);
    await picture(app.page, 'redeliveries');
    expect(app.problems).toEqual([]);
  });

  it('is walked through by key, and by the list, which keeps the focus', async () => {
    await deliverThrice();
    await app.inbox.open(app.inbox.row(/3rd delivery/));
    await press(',');
    await group()
      .getByText(/^2nd delivery/)
      .waitFor();
    await press(',');
    await group()
      .getByText(/^1st delivery; 2 more came later/)
      .waitFor();
    await seen(() => app.inbox.selectedSentence()).not.toMatch(/nd delivery|rd delivery/);
    await press('.');
    await group()
      .getByText(/^2nd delivery/)
      .waitFor();
    await group().getByRole('button', { name: 'All 3' }).click();
    await members().getByRole('button', { name: /^3rd/ }).press('Enter');
    await group()
      .getByText(/^3rd delivery/)
      .waitFor();
    const current = members().locator('[aria-current="true"]');
    await seen(() => current.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is compared with the one before by a key, and with any other from the list', async () => {
    await deliverThrice();
    await app.inbox.open(app.inbox.row(/3rd delivery/));
    await group().waitFor();
    await press('b');
    const dialog = app.page.getByRole('dialog', { name: 'Compare' });
    const values = dialog.getByRole('table', { name: 'Values that differ' });
    const difference = values.getByRole('row', { name: /data\.amount/ });
    await difference.waitFor();
    expect(await difference.getByRole('cell').allInnerTexts()).toEqual(['2000', '2100']);
    await press('Escape');
    await group().getByRole('button', { name: 'All 3' }).click();
    await members().getByRole('button', { name: 'Compare with the 1st' }).click();
    await difference.waitFor();
  });

  it('is told of in the open pane as soon as it comes, and when it is deleted', async () => {
    await deliver('evt_told', paid(1));
    await app.inbox.open(app.inbox.rows.first());
    await deliver('evt_told', paid(1));
    await group().getByText('1st delivery; 1 more came later').waitFor();
    await app.inbox.pill.click();
    await app.inbox.row(/2nd delivery/).click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Delete' }).click();
    await group().waitFor({ state: 'detached' });
    await press('Control+z');
    await group().waitFor();
  });
});

it('marks a body that came before under another id, and leads to it', async () => {
  await deliver('evt_one', paid(3));
  await deliver('evt_other', paid(3));
  await hasRows(app.inbox, 2);
  await app.inbox.open(app.inbox.row(/same body as one before/));
  const same = app.page.getByRole('region', { name: 'The same body' });
  await same.getByText(/^At .+ earlier$/).waitFor();
  await picture(app.page, 'same-body');
  await press('b');
  const dialog = app.page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByText('The bodies are the same, byte for byte').waitFor();
  await press('Escape');
  await same.getByRole('button', { name: 'Show it' }).click();
  await same.waitFor({ state: 'detached' });
  await app.inbox.delivery.getByText('evt_one').first().waitFor();
  await press('Delete');
  await app.inbox.open(app.inbox.row(/same body as one before/));
  await same.getByText('The earlier delivery is not kept any more').waitFor();
  expect(app.problems).toEqual([]);
});
