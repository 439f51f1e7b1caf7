// The statistics, as one reads them: figures by event type, and from a row to its deliveries.

import { beforeAll, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

it('counts by event type and by endpoint, and leads to what it counted', async () => {
  const { page, inbox, problems } = await stage.open();
  for (const type of ['invoice.paid', 'invoice.paid', 'charge.refunded']) {
    await stage.send({ target: '/hook', body: JSON.stringify({ type }) });
  }
  await hasRows(inbox, 3);
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: 'Statistics' });
  await dialog.getByRole('rowheader').first().waitFor();
  expect(await dialog.getByRole('rowheader').allInnerTexts()).toEqual([
    'invoice.paid',
    'charge.refunded',
  ]);
  await dialog.getByRole('button', { name: 'Name' }).click();
  expect(await dialog.getByRole('rowheader').first().textContent()).toBe('charge.refunded');
  await picture(page, 'statistics');
  await expectNoSeriousAxe(page);
  await dialog.getByRole('radio', { name: 'By endpoint' }).click();
  await dialog.getByRole('rowheader', { name: 'Everything else' }).waitFor();
  await dialog.getByRole('radio', { name: 'By event type' }).click();
  await dialog.getByRole('button', { name: 'charge.refunded' }).click();
  await seen(() => inbox.rows.count()).toBe(1);
  expect(problems).toEqual([]);
});
