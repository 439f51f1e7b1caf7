// The first minutes without README: the three steps, and an endpoint that is told who sends to it.

import { expect, it } from 'vitest';
import { exampleSecret, signedRequest } from '../support/signed-requests.ts';
import { openApp, openChromium } from './support/chromium.ts';
import { hasRows } from './support/fresh-app.ts';
import { startHeadless } from './support/headless.ts';
import { inboxOf, seen } from './support/inbox.ts';
import { send } from './support/send.ts';

it('leads in three steps to a signed test delivery, and then steps aside', async () => {
  const host = await startHeadless();
  const { page, problems } = await openApp(await openChromium(), host.uiUrl);
  const inbox = inboxOf(page);
  const guide = page.getByRole('region', { name: 'Receive your first webhook' });
  const steps = guide.getByRole('listitem');
  await seen(() => steps.count()).toBe(3);

  await steps.nth(0).getByRole('button', { name: 'Copy the receiver URL' }).click();
  await steps.nth(0).getByLabel('Done:').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(host.receiverUrl);

  await steps.nth(1).getByRole('button', { name: 'Choose a provider' }).click();
  await inbox.dialog.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByRole('option', { name: /^Stripe/ }).click();
  await inbox.dialog.getByLabel('Secret 1', { exact: true }).fill('whsec_first_run');
  await inbox.dialog.getByRole('button', { name: 'Save' }).click();
  await steps.nth(1).getByText('Stripe, 1 secret').waitFor();

  await steps.nth(2).getByRole('button', { name: 'Send a test delivery' }).click();
  await inbox.row(/from Stripe, The signature is valid/).waitFor();
  await inbox.delivery.getByText(/^Genuine: Stripe signed it/).waitFor();
  await guide.waitFor({ state: 'detached' });
  await page.reload();
  await inbox.rows.first().waitFor();
  expect(await guide.count()).toBe(0);
  expect(problems).toEqual([]);
});

it('can be skipped', async () => {
  const host = await startHeadless();
  const { page } = await openApp(await openChromium(), host.uiUrl);
  await page.getByRole('button', { name: 'Skip the guide' }).click();
  await page.getByText('Waiting for the first delivery').waitFor();
  await page.getByRole('region', { name: 'Deliveries' }).getByText(host.receiverUrl).waitFor();
});

it('says who a delivery looks to be from, and checks the next one once that is set', async () => {
  const host = await startHeadless();
  const { page, problems } = await openApp(await openChromium(), host.uiUrl);
  const inbox = inboxOf(page);
  const secret = exampleSecret('github');
  await send(host.receiverUrl, signedRequest('github', { secret }));
  await hasRows(inbox, 1);
  await inbox.open(inbox.row(/Not checked/));
  await inbox.delivery.getByRole('heading', { name: 'This looks like GitHub' }).waitFor();
  await inbox.delivery.getByRole('button', { name: 'Set provider to GitHub' }).click();
  const chosen = inbox.dialog.getByRole('combobox', { name: 'Provider' });
  await seen(() => chosen.textContent()).toContain('GitHub');
  await inbox.dialog.getByLabel('Secret 1', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
  await inbox.dialog.waitFor({ state: 'detached' });

  await send(host.receiverUrl, signedRequest('github', { secret }));
  await inbox.pill.click();
  await inbox.row(/push at \/, .*from GitHub, The signature is valid/).waitFor();
  expect(problems).toEqual([]);
});
