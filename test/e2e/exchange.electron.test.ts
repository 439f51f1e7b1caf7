// Taking deliveries out in the desktop app, which asks where to.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from './support/at-end.ts';
import { launchElectron } from './support/electron.ts';
import { seen } from './support/inbox.ts';

it('saves an export where the person says, or not at all', async () => {
  const { app, page } = await launchElectron();
  const filePath = join(makeFolder(), 'out.har');
  // A test cannot click in a dialog of the operating system.
  const answer = (choice: { canceled: boolean; filePath: string }) =>
    app.evaluate(({ dialog }, given) => {
      dialog.showSaveDialog = async () => given;
    }, choice);
  const save = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Export deliveries…' }).click();
    await page.getByRole('radio', { name: 'HAR' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
  };
  await page.getByRole('button', { name: 'Send test event' }).first().waitFor();

  await answer({ canceled: true, filePath: '' });
  await save();
  await seen(() => page.getByRole('dialog').count()).toBe(0);
  expect(await page.getByText(/^Saved hookglass/).count()).toBe(0);

  await answer({ canceled: false, filePath });
  await save();
  await page.getByText(/^Saved hookglass-.*\.har$/).waitFor();
  expect(JSON.parse(readFileSync(filePath, 'utf8')).log.version).toBe('1.2');
});
