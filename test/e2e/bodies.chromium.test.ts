// Bodies in their viewers, and what must never happen with them: nothing of a webhook runs, and nothing
// in it makes the page talk to the network. What is copied sends the very same bytes.

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { deflateSync } from 'node:zlib';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { HeaderList } from '../../src/shared/headers.ts';
import { connectRaw } from '../support/raw-http.ts';
import { atEndOfFile } from './support/at-end.ts';
import { type FreshApp, hasRows, type Stage, setStage } from './support/fresh-app.ts';
import { seen, type TabName } from './support/inbox.ts';
import { bash } from './support/readme.ts';

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

it('folds and unfolds JSON, and keeps the text that was sent', async () => {
  const body = '{"big":12345678901234567890,"list":[{"a":1.0},{"b":"é\\u00e9"}],"last":true}';
  const panel = await openBody('application/json', body);
  await panel.getByText('12345678901234567890').waitFor();
  await panel.getByText('1.0', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Fold', exact: true }).click();
  await panel.getByText('1.0', { exact: true }).waitFor({ state: 'detached' });
  await panel.getByText('"last"').waitFor();
  await panel.getByRole('button', { name: 'Unfold', exact: true }).click();
  await panel.getByText('1.0', { exact: true }).waitFor();
  await panel.getByRole('radio', { name: 'Raw' }).click();
  await seen(() => panel.getByRole('textbox').textContent()).toContain(body);
  await panel.getByRole('button', { name: 'Copy the body as text' }).click();
  await seen(() => app.page.evaluate(() => navigator.clipboard.readText())).toBe(body);
});

it('goes on deeper than its key where a line of JSON does not fit', async () => {
  const body = JSON.stringify({ outer: { inner: 'long words '.repeat(40) } });
  const panel = await openBody('application/json', body);
  const value = panel.getByText(/^"long words/);
  await value.waitFor();
  const { first, rest } = await value.evaluate((element) => {
    const key = element.closest('.cm-line')?.querySelector('.hg-key');
    const [, ...others] = [...element.getClientRects()].map(({ left }) => left);
    return { first: key?.getBoundingClientRect().left ?? 0, rest: others };
  });
  expect(rest.length).toBeGreaterThan(2);
  for (const left of rest) expect(left).toBeGreaterThan(first);
});

it('says where JSON is not valid and shows it as it came', async () => {
  const panel = await openBody('application/json', '{"a":1,\n "b":}');
  await panel.getByText(/Not valid JSON, so shown as it came\. Line 2, column 6/).waitFor();
});

it('shows the fields of a form', async () => {
  const type = 'application/x-www-form-urlencoded';
  const panel = await openBody(type, 'name=Ada+Byron&note=a%26b&name=twice');
  const cells = panel.getByRole('table').locator('tbody tr');
  await seen(() => cells.count()).toBe(3);
  await panel.getByRole('row', { name: /^note a&b/ }).waitFor();
  await panel.getByRole('row', { name: /^name Ada Byron/ }).waitFor();
});

it('shows bytes in hexadecimal, and keeps what is not text from being garbled', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const panel = await openBody('application/octet-stream', bytes);
  const hex = panel.getByRole('region', { name: 'Request body in hexadecimal' });
  await hex.waitFor();
  await panel.getByText('256 bytes').waitFor();
  await hex.getByText(/^00 01 02 03 04 05 06 07/).waitFor();
  await hex.getByText(/f8 f9 fa fb fc fd fe ff$/).waitFor();
});

it('draws an image', async () => {
  const panel = await openBody('image/png', png(3, 2));
  await panel.getByText('PNG, 3 × 2 pixels').waitFor();
  const image = panel.getByRole('img', { name: 'Request body (PNG)' });
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(3);
});

it('runs nothing that a webhook brings, and asks nobody for anything', async () => {
  const bait = await startBait();
  const requested: string[] = [];
  app.page.on('request', (request) => requested.push(request.url()));
  const evil = (place: string) =>
    `<img src="${bait.url}/${place}.png" onerror="window.caught='${place}'"><script src="${bait.url}/${place}.js"></script><script>window.caught='${place}'</script><iframe src="${bait.url}/${place}"></iframe><style>@import url(${bait.url}/${place}.css)</style>`;
  const attacks: [type: string, body: string][] = [
    ['text/html', `<!doctype html><body onload="window.caught='body'">${evil('html')}`],
    [
      'image/svg+xml',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="window.caught='svg'"><script>window.caught='svg'</script><image href="${bait.url}/svg.png"/></svg>`,
    ],
    ['application/json', JSON.stringify({ type: evil('type'), html: evil('json') })],
    [
      'application/x-www-form-urlencoded',
      new URLSearchParams({ [evil('n')]: evil('v') }).toString(),
    ],
    ['application/xhtml+xml', `<html xmlns="http://www.w3.org/1999/xhtml">${evil('xhtml')}</html>`],
  ];
  for (const [type, body] of attacks) {
    await stage.send({
      target: `/${encodeURIComponent(type)}?q=<script>window.caught='target'</script>`,
      headers: [
        ['Content-Type', type],
        ['X-Evil', evil('header')],
        ['User-Agent', evil('agent')],
      ],
      body,
    });
  }
  await hasRows(app.inbox, attacks.length);
  for (let index = 0; index < attacks.length; index++) {
    await app.inbox.open(app.inbox.rows.nth(index));
    for (const tab of ['Overview', 'Headers', 'Signature', 'Body'] satisfies TabName[]) {
      await app.inbox.show(tab);
    }
    const panel = app.inbox.delivery.getByRole('tabpanel');
    for (const mode of ['Pretty', 'Raw', 'Hex']) {
      await panel.getByRole('radio', { name: mode }).click();
      await panel
        .getByText(/bytes$|lines?$|fields?$/)
        .first()
        .waitFor();
    }
    await panel.getByRole('radio', { name: 'Pretty' }).click();
  }
  await app.inbox.open(app.inbox.rows.last());
  await app.inbox.show('Body');
  await app.inbox.delivery.getByText('onload="window.caught=\'body\'"').first().waitFor();

  expect(await app.page.evaluate(() => 'caught' in window)).toBe(false);
  expect(await app.page.locator('iframe, object, embed').count()).toBe(0);
  expect(app.page.frames()).toHaveLength(1);
  expect(bait.connections()).toBe(0);
  const { origin } = new URL(stage.host.uiUrl);
  expect(requested.filter((url) => !url.startsWith(origin) && !/^(blob|data):/.test(url))).toEqual(
    [],
  );
  expect(app.problems).toEqual([]);
});

it.each<[name: string, target: string, headers: HeaderList, body: Buffer]>([
  [
    'text that a shell would change',
    "/a'b/$HOME/%41?q=`id`&x=!!",
    [
      ['Content-Type', 'application/json'],
      ['X-Quote', `it's "$(id)" \\ %s`],
    ],
    Buffer.from(`{"a":"it's $HOME","b":"\\\\n \`id\` %s !!","c":"é\\t"}\n`),
  ],
  [
    'headers twice, in their case and order, and one without a value',
    '/twice',
    [
      ['x-LOWER', '1'],
      ['X-Twice', 'first'],
      ['X-Empty', ''],
      ['X-Twice', 'second'],
      ['Content-Type', 'text/plain'],
    ],
    Buffer.from('@file\n\n'),
  ],
  [
    'every byte there is',
    '/bytes',
    [['Content-Type', 'application/octet-stream']],
    Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256)),
  ],
  [
    'more than fits on a command line',
    '/long',
    [['Content-Type', 'text/plain']],
    Buffer.from("it's long\n".repeat(30_000)),
  ],
])('copies as cURL, byte for byte: %s', async (_name, target, headers, body) => {
  const wire = wireOf('receiver', target, headers, body);
  const client = await connectRaw(Number(new URL(stage.host.receiverUrl).port));
  await client.send(wire);
  await client.response();
  client.destroy();
  await hasRows(app.inbox, 1);
  await app.inbox.open(app.inbox.rows.first());
  await app.page.keyboard.press('c');
  await app.inbox.toast('Copied as cURL');
  const command = await app.page.evaluate(() => navigator.clipboard.readText());

  const raw = await startRecorder();
  expect(command).toContain(stage.host.receiverUrl);
  await bash(command.replaceAll(stage.host.receiverUrl, raw.url));
  const got = raw.received();
  expect(headOf(got)).toEqual(headOf(wire));
  expect(
    got.subarray(got.indexOf('\r\n\r\n')).equals(wire.subarray(wire.indexOf('\r\n\r\n'))),
  ).toBe(true);
});

function wireOf(host: string, target: string, headers: HeaderList, body: Buffer): Buffer {
  const lines = [
    `POST ${target} HTTP/1.1`,
    `Host: ${host}`,
    ...headers.map(([name, value]) => `${name}: ${value}`.trimEnd()),
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** Content-Length has its place from curl; everything else is as it was sent. */
function headOf(wire: Buffer): { lines: string[]; length: string | undefined } {
  const lines = wire
    .subarray(0, wire.indexOf('\r\n\r\n'))
    .toString('latin1')
    .split('\r\n')
    .map((line) => line.trimEnd());
  const isLength = (line: string) => /^content-length:/i.test(line);
  return { lines: lines.filter((line) => !isLength(line)), length: lines.find(isLength) };
}

/** A server that only notes bytes, and answers once a body of the announced length is there. */
async function startRecorder() {
  const chunks: Buffer[] = [];
  const received = () => Buffer.concat(chunks);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const all = received();
      const end = all.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1]);
      if (end > 0 && all.length >= end + 4 + length) {
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      }
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  atEndOfFile(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** A server that nobody may call. */
async function startBait() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  atEndOfFile(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, connections: () => connections };
}

/** A black PNG of this size. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = Buffer.alloc((width + 1) * height);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
