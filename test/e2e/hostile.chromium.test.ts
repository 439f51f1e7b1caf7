// What is meant to hurt: each of these goes through the real engine and is opened in a real Chromium, in
// every view of its body. Nothing of it may run, nothing may crash or be thrown. How long the page was
// busy at a stretch is printed; it is nobody's verdict, as machines differ.

import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { HeaderList } from '../../src/shared/headers.ts';
import { type FreshApp, type Stage, setStage } from './support/fresh-app.ts';
import { seen, type TabName } from './support/inbox.ts';
import { longestTask } from './support/trace.ts';

const MIB = 1024 * 1024;
const JSON_TYPE = 'application/json';

interface Hostile {
  name: string;
  type: string;
  body: () => Buffer | string;
  headers?: HeaderList;
  target?: string;
}

const SCRIPT = `<script>window.caught=1</script><img src=x onerror="window.caught=1">`;
const TURNED = 'invoice\u202egnp.exe\u2066\u200b\ufeff';

const cases: Hostile[] = [
  { name: 'a key of 5 MB', type: JSON_TYPE, body: () => `{"${'X-Header: '.repeat(MIB / 2)}":1}` },
  {
    ...{ name: 'keys of 5 MB in all', type: JSON_TYPE },
    body: () =>
      `{${Array.from({ length: 50_000 }, (_, i) => `"X-Key-${'k'.repeat(90)}-${i}":1`).join()}}`,
  },
  { name: '100,000 elements', type: JSON_TYPE, body: () => `[${'1,'.repeat(99_999)}1]` },
  {
    ...{ name: '10,000 levels', type: JSON_TYPE },
    body: () => `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`,
  },
  {
    ...{ name: 'bytes that are no UTF-8', type: JSON_TYPE },
    body: () =>
      Buffer.from('7b2261223a22ff fec328 e28228 f0288cbc 80bf227d'.replaceAll(' ', ''), 'hex'),
  },
  {
    ...{ name: 'lone surrogates', type: JSON_TYPE },
    body: () => '{"a":"\\ud800","\\udc00\\ud800":["\\udfff",{"\\ud83d":"\\ude00\\ud83d"}]}',
  },
  {
    ...{
      name: 'script in every field',
      type: JSON_TYPE,
      target: `/x/${SCRIPT.replaceAll(' ', '/')}?${SCRIPT.replaceAll(' ', '+')}`,
    },
    headers: [
      ['X-Evil', SCRIPT],
      ['User-Agent', SCRIPT],
      ['X-GitHub-Event', SCRIPT],
      ['X-GitHub-Delivery', SCRIPT],
      ['X-Hub-Signature-256', `sha256=${SCRIPT}`],
    ],
    body: () => JSON.stringify({ type: SCRIPT, id: SCRIPT, [SCRIPT]: [SCRIPT] }),
  },
  {
    ...{ name: '__proto__ keys', type: JSON_TYPE },
    body: () =>
      '{"__proto__":{"caught":1,"toString":1},"constructor":{"prototype":{"caught":1}},"hasOwnProperty":null}',
  },
  {
    ...{ name: 'characters that turn text around', type: JSON_TYPE },
    body: () => JSON.stringify({ [TURNED]: TURNED, type: TURNED }),
  },
  {
    ...{ name: 'NUL bytes', type: 'text/plain' },
    body: () => `a\0b\u0001\u001b[31m\r\n\0`.repeat(100),
  },
  {
    ...{ name: 'JSON of 20 MiB', type: JSON_TYPE },
    body: () => {
      const item = `{"id":"evt_1","at":"2026-11-22T12:00:00Z","note":"${'n'.repeat(160)}"}`;
      return `{"items":[${Array.from({ length: Math.floor((20 * MIB) / (item.length + 1)) - 10 }, () => item).join()}]}`;
    },
  },
  {
    ...{ name: 'one line of text of 20 MiB', type: 'text/plain' },
    body: () => 'a line without an end '.repeat((20 * MIB) / 22 - 10),
  },
  {
    ...{
      name: 'a decompression bomb (gzip)',
      type: JSON_TYPE,
      headers: [['Content-Encoding', 'gzip']],
    },
    body: () => gzipSync(Buffer.alloc(1024 * MIB, '[')),
  },
  {
    ...{
      name: 'a decompression bomb (br)',
      type: JSON_TYPE,
      headers: [['Content-Encoding', 'br']],
    },
    body: () => brotliCompressSync(Buffer.alloc(200 * MIB, '[')),
  },
  {
    ...{ name: 'a form of 4,000 parts', type: 'multipart/form-data; boundary=x' },
    body: () =>
      `${Array.from({ length: 4000 }, (_, i) => `--x\r\nContent-Disposition: form-data; name="f${i}"; filename="${i % 2 ? '../../etc/passwd' : SCRIPT.replaceAll('"', "'")}"\r\nContent-Type: text/html\r\n\r\n${SCRIPT}\r\n`).join('')}--x--`,
  },
  {
    ...{ name: 'an SVG with script', type: 'image/svg+xml' },
    body: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" onload="window.caught=1"><script>window.caught=1</script><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="window.caught=1"/></foreignObject></svg>`,
  },
  {
    ...{ name: 'XML entities that grow', type: 'application/xml' },
    body: () =>
      `<!DOCTYPE a [<!ENTITY a "${'lol'.repeat(100)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&u;&x;${'<b>'.repeat(10_000)}${'</b>'.repeat(10_000)}</a>`,
  },
  {
    ...{ name: 'a broken image', type: 'image/png' },
    body: () =>
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), deflateSync('x')]),
  },
  {
    ...{ name: 'a form of 100,000 fields', type: 'application/x-www-form-urlencoded' },
    body: () => `a=%ff%zz&${'b[]=%3Cscript%3E&'.repeat(100_000)}`,
  },
  {
    ...{ name: '200,000 JSON lines, many of them broken', type: 'application/x-ndjson' },
    body: () => '{"a":1}\n{"b"\n'.repeat(100_000),
  },
];

let stage: Stage;
let app: FreshApp;
const figures: string[] = [];

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  app = await stage.open();
});

afterAll(() => {
  process.stdout.write(
    `Longest tasks in the page, in ms of the processor (and on the clock):\n${figures.join('\n')}\n`,
  );
});

it.each(cases.map((hostile) => [hostile.name, hostile] as const))(
  'shows %s, and nothing happens',
  async (name, { type, body, headers = [], target = '/hostile' }) => {
    const { page } = app;
    await stage.send({ target, headers: [['Content-Type', type], ...headers], body: body() });
    const { cpuMs, wallMs } = await longestTask(stage.browser, page, () => lookAround(name));
    figures.push(
      `${cpuMs.toFixed(0).padStart(6)} ${`(${wallMs.toFixed(0)})`.padStart(7)}  ${name}`,
    );
    expect(await page.evaluate(() => 'caught' in window || 'caught' in {})).toBe(false);
    expect(await page.locator('iframe, object, embed').count()).toBe(0);
    expect(app.problems).toEqual([]);
  },
);

/** Opens the delivery, each of its tabs and each view of its body, and searches it. */
async function lookAround(name: string): Promise<void> {
  const { inbox } = app;
  await inbox.open(inbox.rows.first());
  for (const tab of ['Headers', 'Signature', 'Body'] satisfies TabName[]) await inbox.show(tab);
  const panel = inbox.delivery.getByRole('tabpanel');
  const settled = panel
    .getByText(/[\d,]+ (?:bytes|lines?|fields?|parts?)(?: shown.*)?$|cannot be drawn|Page 1 of/)
    .first();
  for (const mode of ['Pretty', 'Raw', 'Hex']) {
    await panel.getByRole('radio', { name: mode }).click();
    await settled.waitFor();
  }
  await panel.getByRole('radio', { name: 'Pretty' }).click();
  await settled.waitFor();
  await search(`zz${name}`);
  await inbox.show('Overview');
}

/** Searches for what is not there, with an expression that would freeze an engine that goes back. */
async function search(nowhere: string): Promise<void> {
  const panel = app.inbox.delivery.getByRole('tabpanel');
  const find = panel.getByRole('button', { name: 'Find', exact: true });
  if ((await find.count()) === 0) return;
  await find.click();
  const field = panel.getByLabel('Find in this body');
  await field.fill(nowhere);
  await seen(() => panel.getByRole('search').getByRole('status').textContent()).toBe('Not found');
  const regex = panel.getByRole('button', { name: 'Regular expression' });
  if ((await regex.count()) === 0) return;
  await regex.click();
  await field.fill('(?:n+n+)+zzz$');
  await seen(() => panel.getByRole('search').getByRole('status').textContent()).toBe('Not found');
}
