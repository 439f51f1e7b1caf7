// What one does with a body: find in it, ask what a value means, copy it, open a part, take it out.

import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { HeaderList } from '../../src/shared/headers.ts';
import { exampleSecret, signedRequest } from '../support/signed-requests.ts';
import { expectNoSeriousAxe } from './support/axe.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen } from './support/inbox.ts';

let stage: Stage;
let app: FreshApp;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

/** Sends a body and opens it on the Body tab. */
async function openBody(type: string, body: Buffer | string, headers: HeaderList = []) {
  await stage.send({ target: '/body', headers: [['Content-Type', type], ...headers], body });
  await app.inbox.open(app.inbox.row('/body').first());
  await app.inbox.show('Body');
  return app.inbox.delivery.getByRole('tabpanel');
}

/** All that is written on the page, and in its fields. */
const shownWords = () =>
  app.page.evaluate(() => {
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return [document.body.textContent, ...fields].join('\n');
  });
const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
const tally = (panel: Locator) => () => panel.getByRole('search').getByRole('status').textContent();

it('finds by case, whole words and expressions, and marks all matches in the scroll bar', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ row: i, kind: i % 20 ? 'other' : 'Paid' }));
  const panel = await openBody('application/json', JSON.stringify([...rows, 'paid', 'unpaid']));
  await panel.getByText('"row"').first().waitFor();
  await app.page.keyboard.press('Control+f');
  const field = panel.getByLabel('Find in this body');
  await field.fill('paid');
  await seen(tally(panel)).toBe('1 of 12');
  await seen(() => panel.locator('[data-scroll-marks]').count()).toBe(1);
  await panel.getByRole('button', { name: 'Whole words' }).click();
  await seen(tally(panel)).toBe('1 of 11');
  await panel.getByRole('button', { name: 'Match case' }).click();
  await seen(tally(panel)).toBe('1 of 1');
  await panel.getByRole('button', { name: 'Match case' }).click();
  await panel.getByRole('button', { name: 'Regular expression' }).click();
  await field.fill('1[0-9]0|"un\\w+');
  await seen(tally(panel)).toBe('1 of 10');
  await field.press('Shift+Enter');
  await seen(tally(panel)).toBe('10 of 10');
  await field.fill('(');
  await seen(tally(panel)).toMatch(/^A parenthesis is never closed/);
  await expectNoSeriousAxe(app.page);
  await field.press('Escape');
  await field.waitFor({ state: 'detached' });
});

it('opens the search of the body from the list', async () => {
  await openBody('application/json', '{"a":"needle"}');
  await app.inbox.show('Overview');
  await app.inbox.row('/body').first().click();
  await app.page.keyboard.press('Control+f');
  await app.inbox.delivery.getByLabel('Find in this body').fill('needle');
  await seen(tally(app.inbox.delivery)).toBe('1 of 1');
});

it('finds in forms and in bytes, also bytes in hexadecimal', async () => {
  const form = await openBody('application/x-www-form-urlencoded', 'a=one&b=two+one&one=3');
  await form.getByRole('table').waitFor();
  await app.page.keyboard.press('Control+f');
  await form.getByLabel('Find in this body').fill('one');
  await seen(tally(form)).toBe('1 of 3');
  await seen(() => form.locator('mark').allTextContents()).toEqual(['one', 'one', 'one']);
  await form.getByRole('radio', { name: 'Hex' }).click();
  await form.getByRole('button', { name: 'Find', exact: true }).click();
  await form.getByRole('button', { name: 'Bytes in hexadecimal' }).click();
  await form.getByLabel('Find in this body').fill('6f 6e 65');
  await seen(tally(form)).toBe('1 of 3');
  await form.locator('mark', { hasText: '6f 6e 65' }).first().waitFor();
});

it('copies a value and its path by menu and by key, and filters by it', async () => {
  const body = '{"data":{"items":[{"id":"cus_1","odd key":"it\\u0027s"}]}}';
  const panel = await openBody('application/json', body);
  await panel.getByText('"cus_1"').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Copy the path' }).click();
  await seen(clipboard).toBe('data.items[0].id');
  await panel.getByText('"odd key"').click();
  await app.page.keyboard.press('Control+c');
  await seen(clipboard).toBe("it's");
  await app.page.keyboard.press('ArrowUp');
  await panel.getByRole('status').getByText('data.items[0].id').waitFor();
  await app.page.keyboard.press('ArrowUp');
  await app.page.keyboard.press('Control+c');
  await seen(clipboard).toBe('{\n  "id": "cus_1",\n  "odd key": "it\\u0027s"\n}');
  await app.page.keyboard.press('Shift+Alt+KeyC');
  await seen(clipboard).toBe('data.items[0]');
  await panel.getByText('"cus_1"').click();
  await panel.getByRole('button', { name: 'Filter by this value' }).click();
  await seen(shownWords).toContain('body.data.items[0].id');
});

it('explains times and tokens on hover and on focus', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'HS256' })}.${part({ iss: 'the shop' })}.c2ln`;
  const panel = await openBody('application/json', JSON.stringify({ created: 1795348797, token }));
  await panel.locator('.hg-string').first().hover();
  await app.page.getByText('iss: the shop').waitFor();
  await panel.getByText('"created"').click();
  const meaning = panel.getByRole('button', { name: /^Time, in seconds since 1970: 2026-11-2/ });
  await meaning.focus();
  await app.page.getByRole('tooltip').getByText('this was received').waitFor();
  await expectNoSeriousAxe(app.page);
});

it('opens every part of a form in its own viewer, and saves it byte for byte', async () => {
  const file = '{"id":1,\r\n"b":[]}\n';
  const body = `--x\r\nContent-Disposition: form-data; name="to"\r\n\r\nAda\r\n--x\r\nContent-Disposition: form-data; name="data"; filename="../or der.json"\r\nContent-Type: application/json\r\n\r\n${file}\r\n--x--`;
  const panel = await openBody('multipart/form-data; boundary=x', body);
  await panel.getByRole('row', { name: /^to Ada/ }).waitFor();
  await expectNoSeriousAxe(app.page);
  await panel.getByRole('button', { name: 'Open ../or der.json' }).click();
  await panel.getByText('JSON, indented').waitFor();
  const downloading = app.page.waitForEvent('download');
  await panel.getByRole('button', { name: /^Save \.\.\/or der\.json as a file/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('or-der.json');
  expect(await readFile(await download.path(), 'utf8')).toBe(file);
  await panel.getByRole('button', { name: 'All parts' }).click();
  await panel.getByRole('row', { name: /^to Ada/ }).waitFor();
});

it('lets the body be dragged out as the file that came', async () => {
  const panel = await openBody('application/json', '{"a":1}\n');
  const button = panel.getByRole('button', { name: /^Save the body as a file/ });
  const dragged = await button.evaluate(async (element) => {
    const data = new DataTransfer();
    element.dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
    const [type, name, ...url] = data.getData('DownloadURL').split(':');
    return { type, name, url: url.join(':') };
  });
  expect(dragged.type).toBe('application/octet-stream');
  expect(dragged.name).toMatch(/\.json$/);
  expect(dragged.url).toMatch(/^blob:http:\/\/127\.0\.0\.1/);
});

it.each<[name: string, type: string, body: Buffer | string, headers: HeaderList, words: string[]]>([
  [
    'Brotli',
    'application/json',
    brotliCompressSync('{"hello":"from brotli"}'),
    [['Content-Encoding', 'br']],
    ['"from brotli"', 'Sent compressed with br'],
  ],
  [
    'JSON lines',
    'application/x-ndjson',
    '{"a":1}\nbroken\n{"b":2}\n',
    [],
    ['1 of 3 lines is not valid JSON and shown as it came: line 2.'],
  ],
  ['XML', 'application/xml', '<a><b c="d">text</b></a>', [], ['XML, indented, 3 lines', '"d"']],
  [
    'text in its charset',
    'text/plain; charset=shift_jis',
    Buffer.from('8365835883670a', 'hex'),
    [],
    ['テスト', 'Text in shift_jis'],
  ],
])('shows %s in its own form', async (_name, type, body, headers, words) => {
  const panel = await openBody(type, body, headers);
  for (const text of words) await panel.getByText(text).first().waitFor();
  expect(app.problems).toEqual([]);
});

it('marks what one cannot see in raw text, because a signature covers it', async () => {
  const panel = await openBody('text/plain', Buffer.from('\ufeffone\r\ntwo\u200b\u202e\n', 'utf8'));
  await panel.getByRole('radio', { name: 'Raw' }).click();
  const marks = panel.locator('.cm-specialChar');
  await seen(() => marks.allTextContents()).toEqual(['BOM', 'CR', 'U+200B', 'U+202E']);
  await seen(() => panel.locator('.hg-newline').count()).toBe(1);
});

it('explains the headers of the provider, and leads to the check that used them', async () => {
  const secret = exampleSecret('slack');
  await stage.host.call('endpoints.create', {
    ...{ name: 'Slack', path: '/slack', provider: 'slack' },
    secrets: [{ label: 'current', value: secret }],
  });
  const request = signedRequest('slack', {
    secret,
    eventType: 'app_mention',
    body: '{"type":"event_callback"}',
    at: Date.now() - 3_600_000,
  });
  await stage.send({ ...request, target: '/slack' });
  await app.inbox.open(app.inbox.rows.first());
  await app.inbox.show('Headers');
  const panel = app.inbox.delivery.getByRole('tabpanel');
  await panel.getByText('When Slack signed this. It may be 5 min off.').waitFor();
  await expectNoSeriousAxe(app.page);
  await panel
    .getByRole('button', { name: /^Its check failed.* X-Slack-Request-Timestamp$/ })
    .click();
  const checks = app.inbox.delivery.getByRole('region', { name: 'Checks' });
  await seen(() => checks.locator('li:focus').textContent()).toContain('Timestamp');
});

it('shows what is inside a body that its provider encrypted, and what came', async () => {
  const key = 'a key of lark';
  await stage.host.call('endpoints.create', {
    ...{ name: 'Lark', path: '/lark', provider: 'lark' },
    secrets: [{ label: 'current', value: key }],
  });
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), vector);
  const event = '{"schema":"2.0","header":{"event_id":"f79","event_type":"im.message"},"event":{}}';
  const encrypt = Buffer.concat([vector, cipher.update(event), cipher.final()]).toString('base64');
  const headers: HeaderList = [['Content-Type', 'application/json']];
  await stage.send({ target: '/lark', headers, body: JSON.stringify({ encrypt }) });
  await app.inbox.open(app.inbox.rows.first());
  await app.inbox.show('Body');
  const panel = app.inbox.delivery.getByRole('tabpanel');
  await panel.getByText('"im.message"').waitFor();
  await panel.getByText(/encrypted this body/).waitFor();
  await panel.getByRole('button', { name: 'Show what came' }).click();
  await panel.getByText('"encrypt"').waitFor();
  await panel.getByRole('button', { name: 'Show what is inside' }).click();
  await panel.getByText('"im.message"').waitFor();
});
