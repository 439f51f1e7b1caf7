// README's five-minute walk, step by step, as a person does it in the window; what each step shows is
// asserted in the step. The browser's test and the desktop's take the same steps.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Inbox, inboxOf, seen } from './support/inbox.ts';
import { bash, readWalk, startReadmeServer } from './support/readme.ts';

const walk = readWalk();
const FIRST_AMOUNT = '4200';

/** The receiver's address as the window shows it at the top. */
export async function receiverAt(page: Page): Promise<string> {
  const shown = page.getByRole('region', { name: 'Public URL' }).getByText(/^http:\/\/127/);
  return (await shown.textContent()) ?? '';
}

/** Step 2: fills the dialog in. `then` is called with everything filled in, before it is created. */
export async function makeEndpoint(inbox: Inbox, then?: () => Promise<unknown>): Promise<void> {
  const { page, dialog } = inbox;
  await inbox.button('New endpoint').click();
  await dialog.getByRole('combobox', { name: 'Provider' }).click();
  await page.getByPlaceholder(/^Search \d+ providers$/).fill(walk.provider.toLowerCase());
  await page.getByRole('option', { name: walk.provider }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(walk.name);
  await dialog.getByLabel('Path', { exact: true }).fill(walk.path);
  await secretField(inbox).fill(walk.secret);
  await then?.();
  await dialog.getByRole('button', { name: 'Create endpoint' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('navigation')
    .getByRole('button', { name: walk.name, exact: true })
    .waitFor();
}

const secretField = ({ dialog }: Inbox) => dialog.getByLabel('Secret 1', { exact: true });

/** Step 3: README's own lines in a shell; only the port is another. */
export async function sendSignedRequest(receiverUrl: string): Promise<void> {
  const printed = await bash(shellBlock(receiverUrl));
  expect(printed).toMatch(/^HTTP\/1\.1 200 /);
}

/** Step 4, its second half: one character of the body changed, the same signature. */
export async function sendForgery(receiverUrl: string): Promise<void> {
  const block = shellBlock(receiverUrl);
  const curl = block.split('\n').find((line) => line.includes('curl ')) ?? '';
  await bash(`${block}\nBODY=\${BODY/${FIRST_AMOUNT}/9200}\n${curl}`.replace(curl, ''));
}

function shellBlock(receiverUrl: string): string {
  expect(walk.sendBlock).toContain('http://127.0.0.1:4747/');
  expect(walk.sendBlock).toContain(FIRST_AMOUNT);
  return walk.sendBlock.replace('http://127.0.0.1:4747', receiverUrl);
}

/** Step 4: the row, and every check behind it. */
export async function seeItVerified(inbox: Inbox): Promise<void> {
  const row = genuineRow(inbox);
  await row.getByText('invoice.paid', { exact: true }).waitFor();
  await row.getByText('Verified', { exact: true }).waitFor();
  await inbox.open(row);
  await inbox.show('Signature');
  await inbox.delivery.getByText(`Genuine: ${walk.provider} signed it`).waitFor();
  const checks = inbox.delivery.getByRole('region', { name: 'Checks' }).getByRole('listitem');
  await seen(() => checks.allTextContents()).toEqual([
    expect.stringMatching(/PassedSignature header/),
    expect.stringMatching(/PassedWell formed/),
    expect.stringMatching(/PassedTimestamp/),
    expect.stringMatching(/PassedSignature/),
  ]);
}

const genuineRow = (inbox: Inbox) => inbox.row(/invoice\.paid at .*The signature is valid/).first();

/** Step 4: it fails, and for the right reason. */
export async function seeItFail(inbox: Inbox): Promise<void> {
  // A delivery is open, so what arrives waits behind the pill.
  await inbox.pill.click();
  const row = inbox.row(/invoice\.paid at .*Failed: the signature does not match/);
  await row.getByText('Failed', { exact: true }).waitFor();
  await inbox.open(row);
  await inbox.show('Signature');
  await inbox.delivery.getByRole('heading', { name: 'The signature does not match' }).waitFor();
  const checks = inbox.delivery.getByRole('region', { name: 'Checks' }).getByRole('listitem');
  await seen(() => checks.last().textContent()).toMatch(/FailedSignaturedoes not match/);
}

/** Step 5: a server, the destination, a replay, and its answer among the attempts. */
export async function forwardAndReplay(inbox: Inbox): Promise<void> {
  const { page, dialog, delivery } = inbox;
  const server = await startReadmeServer(walk);
  await page.keyboard.press('e');
  await dialog.getByRole('heading', { name: `Endpoint “${walk.name}”` }).waitFor();
  await dialog.getByLabel('Forward to').fill(server.url);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });

  await inbox.open(genuineRow(inbox));
  await page.keyboard.press('r');
  await inbox.toast('Replayed: your server answered 200');
  await inbox.show('Attempts');
  await delivery.getByText('Sent to a server once').waitFor();
  await delivery.getByRole('button', { name: /^200 Replayed .* ms / }).waitFor();
  // The line end behind it is marked.
  await delivery.getByText('ok↵', { exact: true }).waitFor();
  await server.printed.find((line) => line.startsWith('POST') || undefined);
  expect(server.printed.all).toContain('POST /webhooks');
}

/** The last sentence of step 5. */
export async function seeItForwarded(inbox: Inbox, receiverUrl: string): Promise<void> {
  await sendSignedRequest(receiverUrl);
  await inbox.pill.click();
  await inbox.open(genuineRow(inbox));
  await inbox.show('Attempts');
  await inbox.delivery.getByRole('button', { name: /^200 Forwarded .* ms / }).waitFor();
}

/** After a restart: the endpoint, the deliveries with their verdicts, and the attempts. */
export async function seeEverythingAgain(page: Page): Promise<void> {
  const inbox = inboxOf(page);
  await seen(() => inbox.rows.count()).toBe(3);
  await inbox.row(/Failed: the signature does not match/).waitFor();
  await inbox.open(inbox.row(/The signature is valid/).last());
  await inbox.show('Attempts');
  await inbox.delivery.getByRole('button', { name: /^200 Replayed .* ms / }).waitFor();
  await page.keyboard.press('e');
  await inbox.dialog.getByText('Ends in ').waitFor();
  expect(await inbox.dialog.textContent()).toContain(walk.secret.slice(-4));
  await page.keyboard.press('Escape');
}
