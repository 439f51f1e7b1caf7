// HAR files: those we write are valid and lose no byte of a body, those of others are understood.

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../../support/engine.ts';
import { exported, imported } from '../../../support/exchange.ts';
import { harSchema } from '../../../support/har-schema.ts';
import { connectRaw } from '../../../support/raw-http.ts';
import { startEcho } from './echo.ts';
import { sendRaw } from './send-raw.ts';

const BINARY = Buffer.from([0, 0xff, 34, 92, 0xc3, 0x28]);
const TEXT = Buffer.from('{"a":"\u{1f41d} \u2028 </script>\\" \ufeff"}\r\n');

const isUrl = (text: string) => URL.canParse(text);
const validate = new Ajv({ formats: { uri: isUrl }, allErrors: true }).compile(harSchema);

interface Har {
  log: {
    entries: {
      request: { url: string; postData?: { text: string; _encoding?: string } };
      response: { status: number; content: { text?: string; encoding?: string } };
    }[];
  };
}

async function filled() {
  const engine = await testEngine();
  const echo = await startEcho({
    status: 201,
    headers: { 'Content-Type': 'image/png', Location: '/there' },
    body: BINARY,
  });
  await engine.call('endpoints.create', { name: 'Till', path: '/till', forwardTo: echo.url });
  const send = (method: string, target: string, body: Buffer) =>
    sendRaw(engine.receiverUrl, {
      ...{ method, target, body },
      headers: [
        ['Content-Type', 'application/json; charset=utf-8'],
        ['X-Forwarded-Proto', 'https'],
        ['X-Latin', 'caf\xe9'],
        ['x-latin', 'again'],
      ],
    });
  await send('POST', '/till?a=1&b=%20&a=2', BINARY);
  await send('POST', '/hooks', TEXT);
  await send('GET', '/?x=%zz', Buffer.alloc(0));
  await send('POST', '/large', Buffer.alloc(1_500_000, '\u00e9"\\'));
  await send('POST', '/large-binary', Buffer.alloc(1_500_000, BINARY));
  await engine.delivery(4);
  return engine;
}

describe('a HAR file of ours', () => {
  it('is valid by the specification, whatever the deliveries are', async () => {
    const engine = await filled();
    const client = await connectRaw(Number(new URL(engine.receiverUrl).port));
    await client.send('\x16\x03\x01 no request at all\r\n\r\n');
    await engine.delivery(5);
    client.destroy();
    const har: unknown = JSON.parse((await exported(engine, { format: 'har' })).toString());
    validate(har);
    expect(validate.errors).toBeNull();
    expect((har as Har).log.entries.map(({ request }) => new URL(request.url).pathname)).toEqual([
      ...['/till', '/hooks', '/', '/large', '/large-binary'],
    ]);
  });

  it('tells the address as the sender called it, and the answer that was passed on', async () => {
    const engine = await filled();
    const file = (await exported(engine, { format: 'har' })).toString();
    const [forwarded] = (JSON.parse(file) as Har).log.entries;
    expect(forwarded!.request.url).toBe('https://shop.example/till?a=1&b=%20&a=2');
    expect(forwarded!.response).toMatchObject({
      ...{ status: 201, statusText: 'Created', redirectURL: '/there' },
      content: { text: BINARY.toString('base64'), encoding: 'base64', mimeType: 'image/png' },
    });
  });

  it('is empty and valid when there is nothing', async () => {
    const engine = await testEngine();
    const har: unknown = JSON.parse((await exported(engine, { format: 'har' })).toString());
    expect(validate(har)).toBe(true);
  });

  it('brings back every body, header and target', async () => {
    const from = await filled();
    const to = await testEngine();
    const file = await exported(from, { format: 'har' });
    expect(await imported(to, file, { pieceBytes: 4096 })).toMatchObject({ imported: 5 });
    const [before, after] = await Promise.all(
      [from, to].map(async (engine) => {
        const { items } = await engine.call('deliveries.list', {});
        return Promise.all(
          items.map(async ({ id }) => {
            const { method, target, headers, receivedAt } = await engine.call('deliveries.get', {
              id,
            });
            const { base64 } = await engine.call('deliveries.body', { id });
            return { method, target, headers, receivedAt, base64 };
          }),
        );
      }),
    );
    expect(after).toEqual(before);
  });
});

describe('a HAR file of a browser', () => {
  const entry = (request: object) => ({
    startedDateTime: '2026-03-04T05:06:07.089Z',
    time: 3,
    request: { method: 'POST', url: 'https://a.example/hook?x=1#part', headers: [], ...request },
  });
  const har = (...entries: object[]) =>
    JSON.stringify({
      log: {
        comment: '"entries": [ { \\',
        pages: [{ entries: [{ no: 'request' }] }],
        entries,
        after: { entries: [1, 2] },
      },
    });
  const takenIn = async (text: string) => {
    const engine = await testEngine();
    const { newest } = await imported(engine, text, { pieceBytes: 7 });
    const delivery = await engine.call('deliveries.get', { id: newest! });
    const { base64 } = await engine.call('deliveries.body', { id: newest! });
    return { delivery, body: Buffer.from(base64, 'base64').toString() };
  };

  it('is understood with pseudo headers, a fragment and words beyond Latin-1', async () => {
    const headers = [
      { name: ':authority', value: 'a.example' },
      { name: 'x-word', value: 'łódź' },
    ];
    const { delivery } = await takenIn(har(entry({ headers, httpVersion: 'h2' })));
    expect(delivery.target).toBe('/hook?x=1');
    expect(delivery.headers).toEqual([
      ['Host', 'a.example'],
      ['x-word', Buffer.from('łódź').toString('latin1')],
    ]);
    expect(delivery.receivedAt).toBe('2026-03-04T05:06:07.089Z');
  });

  it('gives a form that it only has in its parts', async () => {
    const params = [{ name: 'a', value: '1%202' }, { name: 'b' }];
    const { body } = await takenIn(har(entry({ postData: { mimeType: 'x', params } })));
    expect(body).toBe('a=1%202&b=');
  });

  it.each([
    ['{"log":{}}', /no log.entries/],
    ['{"log":{"entries":[{"request":{"method":"GET"', /ends in the middle/],
    ['{"log":{"entries":[{"request":7}]}}', /Request 1 .* not as HAR has it/],
    ['{"log":{"entries":[{"request":{]}]}}', /not valid JSON/],
    ['{"not":"one"}', /no log.entries/],
  ])('that is broken is refused in words: %s', async (text, words) => {
    const engine = await testEngine();
    await expect(imported(engine, text)).rejects.toThrow(words);
  });

  it('that breaks off tells how much came in before', async () => {
    const engine = await testEngine();
    const whole = har(...Array.from({ length: 150 }, (_, i) => entry({ url: `https://a/${i}` })));
    const cut = whole.slice(0, whole.indexOf('https://a/149'));
    await expect(imported(engine, cut)).rejects.toThrow(/brought in: 100\.$/);
    expect((await engine.call('deliveries.list', {})).total).toBe(100);
  });
});
