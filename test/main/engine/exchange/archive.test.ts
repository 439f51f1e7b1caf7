// A .hookglass file from one installation to another, and back.

import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { exported, imported } from '../../../support/exchange.ts';
import { signedRequest } from '../../../support/signed-requests.ts';
import { startEcho } from './echo.ts';
import { sendRaw } from './send-raw.ts';

const SECRET = 'whsec_c2VjcmV0LW9mLXRoZS1zaG9w';

/** Bytes that no text survives. */
const ODD_BYTES = Buffer.from([0, 0xff, 0xfe, 10, 13, 0x80, 34, 92, 0xc3, 0x28, 0xed, 0xa0, 0x80]);

async function shopEngine(): Promise<TestEngine> {
  const engine = await testEngine();
  await engine.call('endpoints.create', {
    ...{ name: 'Stripe', path: '/stripe', provider: 'stripe' },
    secrets: [{ label: 'live', value: SECRET }],
  });
  return engine;
}

/** A verified delivery, one of odd bytes and headers, and one that is kept in a file. */
async function filled(): Promise<TestEngine> {
  const engine = await shopEngine();
  const { method, headers, body } = signedRequest('stripe', { secret: SECRET });
  await sendRaw(engine.receiverUrl, { method, target: '/stripe?a=1', headers, body });
  const odd: HeaderList = [
    ['x-Twice', 'one'],
    ['X-TWICE', 'two'],
    ['X-Latin', 'caf\xe9'],
    ['X-Empty', ''],
  ];
  await sendRaw(engine.receiverUrl, {
    method: 'PUT',
    target: '/odd%2F',
    headers: odd,
    body: ODD_BYTES,
  });
  const large = Buffer.alloc(3 * 1024 * 1024, ODD_BYTES);
  await sendRaw(engine.receiverUrl, { method: 'POST', target: '/large', headers: [], body: large });
  await engine.delivery(2);
  return engine;
}

async function everything(engine: TestEngine) {
  const { items } = await engine.call('deliveries.list', {});
  return Promise.all(
    items.map(async ({ id }) => ({
      delivery: await engine.call('deliveries.get', { id }),
      body: (await engine.call('deliveries.body', { id })).base64,
    })),
  );
}

describe('a .hookglass file', () => {
  it('gives another installation every byte, the times, the order and the verdicts', async () => {
    const from = await filled();
    const to = await shopEngine();
    const file = await exported(from, { format: 'hookglass' });
    const result = await imported(to, file, { pieceBytes: 1000 });
    expect(result).toMatchObject({ format: 'hookglass', imported: 3, known: 0 });

    const [before, after] = [await everything(from), await everything(to)];
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
    for (const [index, { delivery }] of after.entries()) {
      const original = before[index]!.delivery;
      expect(delivery).toMatchObject({
        ...{ receivedAt: original.receivedAt, method: original.method, target: original.target },
        ...{ headers: original.headers, httpVersion: original.httpVersion },
        ...{ response: original.response, eventType: original.eventType },
        ...{ durationMs: original.durationMs, remoteAddress: original.remoteAddress },
        verdict: { status: original.verdict.status },
        imported: {
          ...{ format: 'hookglass', id: original.id },
          verdict: { status: original.verdict.status, reason: original.verdict.reason },
        },
      });
      expect(delivery.id).not.toBe(original.id);
    }
    expect(after.at(-1)!.delivery.verdict.status).toBe('verified');
  });

  it('brings nothing twice, not even where it came from', async () => {
    const from = await filled();
    const file = await exported(from, { format: 'hookglass' });
    expect(await imported(from, file)).toMatchObject({ imported: 0, known: 3 });
    const to = await shopEngine();
    await imported(to, file);
    expect(await imported(to, file)).toMatchObject({ imported: 0, known: 3 });
    expect((await to.call('deliveries.list', {})).total).toBe(3);
  });

  it('brings back what was removed since', async () => {
    const from = await filled();
    const to = await shopEngine();
    const file = await exported(from, { format: 'hookglass' });
    const { newest } = await imported(to, file);
    await to.call('deliveries.remove', { id: newest! });
    expect(await imported(to, file)).toMatchObject({ imported: 1, known: 2 });
  });

  it('keeps attempts with their answers, pins, labels and notes', async () => {
    const from = await shopEngine();
    const echo = await startEcho({ status: 418, headers: { 'X-Tea': 'pot' }, body: ODD_BYTES });
    await from.call('endpoints.create', { name: 'Till', path: '/till', forwardTo: echo.url });
    await sendRaw(from.receiverUrl, {
      method: 'POST',
      target: '/till',
      headers: [],
      body: ODD_BYTES,
    });
    const { id } = await from.delivery(0);
    await from.call('deliveries.pin', { id });
    await from.call('deliveries.annotate', { ids: [id], label: 'green', note: 'the first pot' });
    const to = await shopEngine();
    const { newest } = await imported(to, await exported(from, { format: 'hookglass' }));

    const [original, copy] = await Promise.all([
      from.call('deliveries.get', { id }),
      to.call('deliveries.get', { id: newest! }),
    ]);
    expect(copy).toMatchObject({
      ...{ pinned: true, label: 'green', note: 'the first pot' },
      response: { status: 418, source: 'forward' },
    });
    const [was, is] = [original.attempts[0]!, copy.attempts[0]!];
    expect({ ...is, id: '', deliveryId: '' }).toEqual({ ...was, id: '', deliveryId: '' });
    const body = await to.call('attempts.body', { id: is.id });
    expect(Buffer.from(body.base64, 'base64')).toEqual(ODD_BYTES);
    expect(echo.requests).toBe(1);
  });

  it('forwards nothing, answers nobody and acts on no handshake when it is brought in', async () => {
    const from = await testEngine();
    await from.call('endpoints.create', { name: 'Tasks', path: '/asana', provider: 'asana' });
    const headers: HeaderList = [['X-Hook-Secret', 'b537207f20cbfa02357cf448134da559']];
    await sendRaw(from.receiverUrl, {
      method: 'POST',
      target: '/asana',
      headers,
      body: Buffer.alloc(0),
    });
    await from.delivery(0);
    const echo = await startEcho({ status: 200, headers: {}, body: Buffer.alloc(0) });
    const to = await testEngine();
    const endpoint = await to.call('endpoints.create', {
      ...{ name: 'Tasks', path: '/asana', provider: 'asana', forwardTo: echo.url },
    });
    const { newest } = await imported(to, await exported(from, { format: 'hookglass' }));
    const copy = await to.call('deliveries.get', { id: newest! });
    expect(copy).toMatchObject({
      handshake: true,
      handshakeDetail: { secret: null, callBack: null },
    });
    expect(echo.requests).toBe(0);
    const { items } = await to.call('endpoints.list', {});
    expect(items.find(({ id }) => id === endpoint.id)!.secrets).toEqual([]);
  });

  it('never holds a secret of an endpoint', async () => {
    const from = await filled();
    for (const format of ['har', 'ndjson', 'hookglass'] as const) {
      const file = await exported(from, { format });
      expect(file.includes(SECRET)).toBe(false);
      expect(file.includes(SECRET.slice('whsec_'.length))).toBe(false);
    }
  });

  it('holds what was chosen, by ids or by what a list shows', async () => {
    const from = await filled();
    const { items } = await from.call('deliveries.list', {});
    const ids = [items[2]!.id, items[0]!.id, 'dlv_00000000000'];
    const to = await testEngine();
    expect(await imported(to, await exported(from, { format: 'hookglass', ids }))).toMatchObject({
      imported: 2,
    });
    const query = await exported(from, { format: 'ndjson', query: '/odd' });
    expect(query.toString().trim().split('\n')).toHaveLength(1);
    // As long as a filter may be anywhere.
    const long = await exported(from, { format: 'ndjson', query: `/odd -${'a'.repeat(1800)}` });
    expect(long).toEqual(query);
  });

  it('leaves no file of its own behind, whether it was read or not', async () => {
    const from = await filled();
    const file = await exported(from, { format: 'hookglass' });
    const to = await testEngine();
    await imported(to, file);
    await imported(to, file);
    await expect(imported(to, file.subarray(0, 3000))).rejects.toThrow(/damaged/);
    expect(readdirSync(join(to.dataDir, 'imports'))).toEqual([]);
    expect(readdirSync(join(to.dataDir, 'bodies', 'incoming'))).toEqual([]);
    expect(readdirSync(join(to.dataDir, 'bodies')).filter((n) => n.endsWith('.bin'))).toHaveLength(
      1,
    );
  });

  it('is judged as of when it was received, however old it is', async () => {
    const engine = await shopEngine();
    const seconds = Date.parse('2025-02-03T04:05:06Z') / 1000;
    const body = '{"id":"evt_1","type":"invoice.paid"}';
    const signature = createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex');
    const har = {
      log: {
        entries: [
          {
            startedDateTime: '2025-02-03T04:05:08.000Z',
            request: {
              ...{ method: 'POST', url: 'https://shop.example/stripe', httpVersion: 'HTTP/1.1' },
              headers: [{ name: 'Stripe-Signature', value: `t=${seconds},v1=${signature}` }],
              postData: { mimeType: 'application/json', text: body },
            },
          },
        ],
      },
    };
    const { newest } = await imported(engine, JSON.stringify(har));
    const delivery = await engine.call('deliveries.get', { id: newest! });
    expect(delivery).toMatchObject({
      ...{ receivedAt: '2025-02-03T04:05:08.000Z', eventType: 'invoice.paid' },
      verdict: { status: 'verified' },
      imported: { format: 'har', id: null },
    });
  });
});
