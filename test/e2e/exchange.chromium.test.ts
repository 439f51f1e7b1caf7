// Taking deliveries out and bringing them in, as a user does it in the browser.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, hasRows, type Stage, setStage, shownPaths } from './support/fresh-app.ts';
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
const dialog = (name: string) => app.page.getByRole('dialog', { name });
const toast = (text: string) => app.page.getByText(text, { exact: false }).first().waitFor();
const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());

/** Both themes, for axe and for looking at afterwards. */
async function looked(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await screenshot(page, name, theme);
    await expectNoSeriousAxe(page);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** What a click on Export in the open dialog downloads. */
async function downloaded(page: Page): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

async function open(path: string): Promise<void> {
  await app.inbox.rows.filter({ hasText: path }).first().click();
  await app.inbox.delivery.getByRole('heading', { name: `POST ${path}`, exact: true }).waitFor();
}

describe('copying', () => {
  it('offers commands, code and tests to type for, and remembers the last', async () => {
    await stage.sendMany(1);
    await hasRows(app.inbox, 1);
    await open('/d/1');
    await press('y');
    const list = dialog('Copy as');
    await seen(() => list.getByRole('option').count()).toBe(12);
    await looked(app.page, 'copy-as');
    await app.page.keyboard.type('django');
    await seen(() => list.getByRole('option').count()).toBe(1);
    await press('Enter');
    await toast('Copied as Test for pytest');
    expect(await clipboard()).toContain('BODY = "{\\"number\\":1}".encode()');

    await press('y');
    await list.getByText('Last choice').waitFor();
    await press('Enter');
    await seen(clipboard).toContain('@freeze_time');
    await press('c');
    await seen(clipboard).toContain('curl -X POST');
    expect(app.problems).toEqual([]);
  });
});

describe('exporting', () => {
  it('saves the selected delivery, what the list shows, or everything', async () => {
    await stage.sendMany(3);
    await hasRows(app.inbox, 3);
    await open('/d/2');
    await press('x');
    await dialog('Export deliveries').getByRole('combobox').waitFor();
    await looked(app.page, 'export');
    await app.page.getByRole('radio', { name: 'HAR' }).click();
    const har = await downloaded(app.page);
    expect(har.name).toMatch(/^hookglass-.*\.har$/);
    const { entries } = JSON.parse(har.content.toString()).log;
    expect(entries.map(({ request }: { request: { url: string } }) => request.url)).toEqual([
      `${stage.host.receiverUrl}/d/2`,
    ]);

    await press('Escape');
    await app.page.getByRole('button', { name: 'More', exact: true }).first().click();
    await app.page.getByRole('menuitem', { name: 'Export deliveries…' }).click();
    await app.page.getByRole('radio', { name: 'NDJSON' }).click();
    const lines = (await downloaded(app.page)).content.toString().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).target)).toEqual(['/d/1', '/d/2', '/d/3']);
    expect(app.problems).toEqual([]);
  });

  it('leaves credentials out when it is asked to', async () => {
    await stage.send({ target: '/a?token=letter', headers: [['Cookie', 'letter']], body: 'x' });
    await hasRows(app.inbox, 1);
    await app.inbox.rows.first().click();
    await press('x');
    await app.page.getByRole('radio', { name: 'NDJSON' }).click();
    await app.page.getByRole('switch', { name: 'Leave out passwords, cookies and tokens' }).click();
    const { content } = await downloaded(app.page);
    expect(content.toString()).toContain('[redacted]');
    expect(content.toString()).not.toContain('letter');
  });
});

describe('importing', () => {
  it('brings back what a file holds, once', async () => {
    await stage.sendMany(2);
    await hasRows(app.inbox, 2);
    await open('/d/1');
    await press('x');
    const { content, name } = await downloaded(app.page);
    expect(name).toMatch(/\.hookglass$/);
    const { items } = await stage.host.call('deliveries.list', {});
    for (const { id } of items) await stage.host.call('deliveries.remove', { id });
    await seen(() => app.inbox.rows.count()).toBe(0);

    const choose = async () => {
      await press('i');
      await app.page
        .getByLabel('File to import')
        .setInputFiles({ name, mimeType: 'application/zip', buffer: content });
    };
    await choose();
    await toast('Imported 1 delivery');
    await hasRows(app.inbox, 1);
    expect(await shownPaths(app.inbox)).toEqual(['/d/1']);
    await app.inbox.delivery.getByRole('heading', { name: 'POST /d/1', exact: true }).waitFor();
    await choose();
    await toast('Nothing new in this file');
    await hasRows(app.inbox, 1);
    expect(app.problems).toEqual([]);
  });

  it('takes a pasted command, and says what is wrong with one', async () => {
    await press('i');
    const form = dialog('Import deliveries');
    const field = form.getByLabel('Or paste a request');
    await field.fill('curl http://a/hook -d @secret.txt');
    await form.getByRole('button', { name: 'Import', exact: true }).click();
    await form.getByRole('alert').filter({ hasText: 'reads a file' }).waitFor();
    await looked(app.page, 'import');
    await field.fill("curl http://a/hook -H 'X-Test: 1' -d 'a=1'");
    await form.getByRole('button', { name: 'Import', exact: true }).click();
    await app.inbox.delivery.getByRole('heading', { name: 'POST /hook', exact: true }).waitFor();
    await app.inbox.delivery.getByText(/^from a curl command/).waitFor();
    await screenshot(app.page, 'imported', 'light');
    expect(app.problems).toEqual([]);
  });

  it('takes a file that is dropped on the window', async () => {
    const raw = 'POST /dropped HTTP/1.1\nHost: a\n\nhello';
    const drag = await app.page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'request.http'));
      return data;
    }, raw);
    await app.page.dispatchEvent('body', 'dragenter', { dataTransfer: drag });
    await app.page.getByText(/^Drop to import/).waitFor();
    await looked(app.page, 'drop');
    await app.page.dispatchEvent('body', 'drop', { dataTransfer: drag });
    await app.inbox.delivery.getByRole('heading', { name: 'POST /dropped', exact: true }).waitFor();
    expect(await app.page.getByText(/^Drop to import/).count()).toBe(0);
    expect(app.problems).toEqual([]);
  });
});
