// Comparing two messages, as one does it: choose two rows and press D; what differs is told apart.

import { beforeAll, expect, it } from 'vitest';
import type { HeaderList } from '../../src/shared/headers.ts';
import { expectNoSeriousAxe } from './support/axe.ts';
import { startDestination } from './support/destination.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';
import { picture } from './support/screenshot.ts';
import { longestTask } from './support/trace.ts';

const JSON_TYPE: HeaderList = [['Content-Type', 'application/json']];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

const invoice = (amount: number, more: object = {}) => ({
  id: 'evt_1',
  type: 'invoice.paid',
  data: { object: { amount, currency: 'eur', lines: [{ id: 'li_1' }, { id: 'li_2' }] } },
  ...more,
});

async function openCompared(left: string, right: string, headers: [string, string][][]) {
  const app = await stage.open();
  for (const [index, body] of [left, right].entries()) {
    await stage.send({
      target: index === 0 ? '/hook' : '/hook?again=1',
      headers: [...JSON_TYPE, ...(headers[index] ?? [])],
      body,
    });
  }
  const { rows } = app.inbox;
  await rows.nth(1).waitFor();
  await rows.first().click();
  await rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await app.page.keyboard.press('d');
  const dialog = app.page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByRole('region', { name: 'Body' }).waitFor();
  return { ...app, dialog };
}

async function take({ page, problems }: FreshApp, name: string): Promise<void> {
  await picture(page, name);
  await expectNoSeriousAxe(page);
  expect(problems).toEqual([]);
}

it('tells values, headers and first lines that differ apart from order and case', async () => {
  const left = JSON.stringify(invoice(2000, { livemode: false }));
  const right = JSON.stringify({ livemode: true, ...invoice(2100) }, null, 2);
  const app = await openCompared(left, right, [
    [
      ['X-Same', '1'],
      ['X-Case', 'c'],
      ['X-Value', 'old'],
    ],
    [
      ['X-Value', 'new'],
      ['X-Same', '1'],
      ['x-case', 'c'],
    ],
  ]);
  const values = app.dialog.getByRole('table', { name: 'Values that differ' });
  await values.waitFor();
  expect(await values.getByRole('rowheader').allInnerTexts()).toEqual([
    'data.object.amount\nchanged',
    'livemode\nchanged',
  ]);
  const headers = app.dialog.getByRole('table', { name: 'Headers of both' });
  await headers.getByText('Other case').waitFor();
  expect(await headers.getByText('Other value').count()).toBe(2);
  expect(await headers.getByText('Other place').count()).toBe(1);
  await take(app, 'compare');
  await app.dialog.getByRole('button', { name: 'Copy the differences' }).click();
  await app.dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('First line\n- POST /hook\n+ POST /hook?again=1\n');
  expect(copied).toContain('- X-Value: old\n+ X-Value: new\n');
  expect(copied).toContain('Body\ndata.object.amount\n- 2000\n+ 2100\nlivemode\n- false\n+ true\n');
  await app.page.keyboard.press('n');
  await app.page.keyboard.press('n');
  const focused = app.page.locator('tr:focus');
  expect(await focused.textContent()).toContain('livemode');
});

it('compares bodies of 20 MiB by their values, and the page can be used meanwhile', async () => {
  const items = (last: string) => {
    const filler = Array.from({ length: 90_000 }, (_, i) => ({ id: i, note: 'n'.repeat(210) }));
    return JSON.stringify({ type: 'large', items: filler, last });
  };
  const app = await stage.open();
  for (const last of ['before', 'after']) {
    await stage.send({ target: `/${last}`, headers: JSON_TYPE, body: items(last) });
  }
  const { rows } = app.inbox;
  await rows.nth(1).waitFor();
  await rows.first().click();
  await rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
  const dialog = app.page.getByRole('dialog', { name: 'Compare' });
  const { cpuMs, wallMs } = await longestTask(stage.browser, app.page, async () => {
    await app.page.keyboard.press('d');
    const values = dialog.getByRole('table', { name: 'Values that differ' });
    await values.getByRole('row', { name: /^last/ }).waitFor({ timeout: 60_000 });
    await dialog.getByRole('radio', { name: 'Bytes' }).click();
    await dialog.getByText(/^The first [\d,]+ bytes are the same; then/).waitFor();
  });
  console.log(`20 MiB compared: longest task ${cpuMs.toFixed(0)} ms of the processor`, wallMs);
  expect(app.problems).toEqual([]);
}, 120_000);

it('says when only the writing of the values differs, and shows where as text and as bytes', async () => {
  const { id, type, data } = invoice(1);
  const app = await openCompared(
    JSON.stringify({ id, type, data }),
    JSON.stringify({ data, type, id }),
    [],
  );
  await app.dialog.getByText('The values are the same. The bytes are not').waitFor();
  await app.dialog.getByRole('radio', { name: 'Text' }).click();
  await app.dialog.getByRole('textbox', { name: 'Left, as text' }).waitFor();
  await picture(app.page, 'compare-text');
  await app.dialog.getByRole('radio', { name: 'Bytes' }).click();
  await app.dialog.getByText(/^The first 2 bytes are the same; then/).waitFor();
  await picture(app.page, 'compare-bytes');
  expect(app.problems).toEqual([]);
});

it('compares a request with what was sent on, and two answers with one another', async () => {
  const destination = await startDestination();
  const app = await stage.open();
  await stage.host.call('endpoints.update', { id: 'ep_default', forwardTo: destination.url });
  await stage.send({ target: '/hook', headers: [], body: '{"a":1}' });
  await app.inbox.open(app.inbox.rows.first());
  await app.inbox.show('Attempts');
  await app.inbox.delivery.getByText('Sent to a server once').waitFor();
  await app.page.keyboard.press('d');
  const dialog = app.page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByText('The bodies are the same, byte for byte').waitFor();
  await dialog.getByRole('combobox', { name: 'What of it, right' }).click();
  await app.page.getByRole('option', { name: /response$/ }).click();
  await dialog.getByRole('region', { name: 'First line' }).getByText('200').waitFor();
  expect(app.problems).toEqual([]);
});

it('shows what an attempt sent, and compares it with what came, and its answer with the one before', async () => {
  const destination = await startDestination();
  const app = await stage.open();
  const { inbox, page } = app;
  await stage.host.call('endpoints.update', { id: 'ep_default', forwardTo: destination.url });
  await stage.send({ target: '/hook', headers: [['X-Order', '7']], body: '{"a":1}' });
  await inbox.open(inbox.rows.first());
  await page.keyboard.press('r');
  await inbox.show('Attempts');
  await inbox.delivery.getByText('Sent to a server 2 times').waitFor();
  await inbox.delivery.getByRole('radio', { name: 'Headers' }).click();
  const sent = inbox.delivery.getByRole('table', { name: 'Request headers' });
  await sent.getByRole('row', { name: /X-Order/ }).waitFor();
  await take(app, 'attempt-request');
  await inbox.button('Compare with what came').click();
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByText('The bodies are the same, byte for byte').waitFor();
  await page.keyboard.press('Escape');
  await inbox.delivery.getByRole('radio', { name: 'Response' }).click();
  await inbox.button('Compare both answers').click();
  const lines = dialog.getByRole('region', { name: 'First line' });
  await lines.getByText('200').nth(1).waitFor();
  expect(app.problems).toEqual([]);
});

it('lays out no more of thousands of differences than is in view, and leads to the last', async () => {
  const words = (word: string) => Array.from({ length: 2500 }, (_, i) => `${word} ${i}`);
  const app = await openCompared(JSON.stringify(words('left')), JSON.stringify(words('right')), []);
  const last = app.dialog.locator('th').filter({ hasText: '[1999]' });
  const isLaidOut = () =>
    last.evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }));
  await seen(isLaidOut).toBe(false);
  await app.page.keyboard.press('p');
  await seen(isLaidOut).toBe(true);
  expect(await app.page.locator('tr:focus').textContent()).toContain('[1999]');
  expect(app.problems).toEqual([]);
});
