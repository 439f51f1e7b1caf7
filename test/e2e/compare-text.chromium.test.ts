// Large bodies of one line, side by side as text.

import { beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

const minified = (value: string) => {
  const filler = Array.from({ length: 20_000 }, (_, id) => ({ id, note: 'some words here' }));
  return JSON.stringify([...filler, { value }, ...filler]);
};

it('shows where two lines of a megabyte differ, in pieces', async () => {
  const app = await stage.open();
  for (const value of ['before', 'after']) {
    const headers: [string, string][] = [['Content-Type', 'application/json']];
    await stage.send({ target: `/${value}`, headers, body: minified(value) });
  }
  const { rows } = app.inbox;
  await rows.nth(1).waitFor();
  await rows.first().click();
  await rows.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await app.page.keyboard.press('d');
  const dialog = app.page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByRole('radio', { name: 'Text' }).click();
  await dialog.getByText('Long lines are shown in pieces').waitFor();
  const left = dialog.getByRole('textbox', { name: 'Left, as text' });
  await seen(() => left.locator('.cm-changedLine').allInnerTexts()).toEqual([
    '{"value":"before"},',
  ]);
  await dialog.getByRole('button', { name: 'Copy the differences' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await app.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Body\n…\n- {"value":"before"},\n+ {"value":"after"},\n');
  expect(app.problems).toEqual([]);
});
