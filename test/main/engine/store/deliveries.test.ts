import { describe, expect, it } from 'vitest';
import { bodyBytes } from '../../../../src/main/engine/body.ts';
import type { Store } from '../../../../src/main/engine/store/store.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { newDelivery, openTestStore, put, putMany, query } from './fixtures.ts';

async function bytesOf(store: Store, id: string): Promise<Buffer | null> {
  const body = await store.getBody(id);
  return body && bodyBytes(body);
}

describe('a stored delivery', () => {
  it('comes back whole', async () => {
    const { store } = await openTestStore();
    const id = store.newDeliveryId();
    const delivery = newDelivery({
      id,
      messageId: 'evt_1',
      target: '/hooks/stripe?x=%20',
      headers: [
        ['X-Signature', 'abc'],
        ['content-type', 'application/json; charset=utf-8'],
        ['x-signature', 'second'],
      ],
      body: '{"type":"invoice.paid"}',
      verdict: {
        status: 'failed',
        reason: 'timestamp-stale',
        hint: 'Check the clock.',
        findings: [
          {
            cause: 'body-trailing-newline',
            message: 'The body gained a line break.',
            proof: 'It matches without it.',
            fix: 'Leave it out.',
            side: 'between',
          },
        ],
        secretLabel: null,
        checks: [
          { name: 'header-present', ok: true, detail: 'X-Signature' },
          { name: 'timestamp', ok: false, detail: '900 s old' },
        ],
        warnings: ['The body is not covered.'],
      },
    });
    await store.insert(delivery);
    store.recordAnswer({
      id,
      response: { status: 202, source: 'handshake' },
      committedMs: 1.25,
      answeredMs: 2.5,
    });
    expect(await store.getDelivery(id)).toEqual({
      id,
      endpointId: 'ep_default',
      receivedAt: '2026-11-22T12:00:00.000Z',
      state: 'complete',
      method: 'POST',
      target: '/hooks/stripe?x=%20',
      bodySize: 23,
      contentType: 'application/json; charset=utf-8',
      provider: 'stripe',
      eventType: 'invoice.paid',
      messageId: 'evt_1',
      handshake: false,
      handshakeDetail: null,
      imported: null,
      pinned: false,
      verdict: delivery.verdict,
      response: { status: 202, source: 'handshake' },
      durationMs: 2.5,
      attemptCount: 0,
      httpVersion: '1.1',
      remoteAddress: '127.0.0.1',
      headers: delivery.captured.headers,
      timing: { bodyMs: 0.25, verifiedMs: 0.5, committedMs: 1.25, answeredMs: 2.5 },
      problem: null,
      label: null,
      note: null,
      redelivery: null,
      sameBodyAs: null,
      attempts: [],
      group: [],
      guesses: [],
    });
  });

  it('has a summary with the same values', async () => {
    const { store } = await openTestStore();
    const id = await put(store, { verdict: { status: 'unsigned', reason: 'signature-missing' } });
    const [whole, summary] = [await store.getDelivery(id), await store.getSummary(id)];
    expect(whole).toMatchObject({ ...summary, verdict: { status: 'unsigned' } });
    expect(summary?.verdict).toEqual({ status: 'unsigned', reason: 'signature-missing' });
    expect((await store.list(query())).items).toEqual([summary]);
  });

  it('keeps every byte of its body', async () => {
    const { store } = await openTestStore();
    const every = Buffer.from(Array.from({ length: 1024 }, (_, n) => n % 256));
    const bodies = [Buffer.alloc(0), Buffer.from([0]), Buffer.from([0xff, 0xfe, 0]), every];
    const ids = await Promise.all(bodies.map((body) => put(store, { body })));
    for (const [n, id] of ids.entries()) expect(await bytesOf(store, id)).toEqual(bodies[n]);
  });

  it('keeps hostile texts exactly', async () => {
    const { store } = await openTestStore();
    const hostile = `\0'";--%_\\\xff\x80é\u{1f600}`;
    const id = await put(store, {
      method: 'P\0ST',
      target: `/${hostile}`,
      eventType: hostile,
      messageId: '\0',
      provider: '',
      headers: [['content-type', `a\0b${'\xff'}`]],
      verdict: { hint: hostile, checks: [{ name: 'signature', ok: false, detail: hostile }] },
    });
    const delivery = await store.getDelivery(id);
    expect(delivery).toMatchObject({
      method: 'P\0ST',
      target: `/${hostile}`,
      eventType: hostile,
      messageId: '\0',
      provider: '',
      contentType: `a\0b${'\xff'}`,
      headers: [['content-type', `a\0b${'\xff'}`]],
    });
    expect(delivery?.verdict.hint).toBe(hostile);
    expect((await store.list(query())).items[0]?.target).toBe(`/${hostile}`);
  });

  it('keeps thousands of headers, and 64 KiB of them', async () => {
    const { store } = await openTestStore();
    const many: HeaderList = Array.from({ length: 5000 }, (_, n) => [`X-${n % 7}`, `v${n}`]);
    const long: HeaderList = [['X-Long', 'é'.repeat(65_536)]];
    const [first, second] = [
      await put(store, { headers: many }),
      await put(store, { headers: long }),
    ];
    expect((await store.getDelivery(first))?.headers).toEqual(many);
    expect((await store.getDelivery(second))?.headers).toEqual(long);
  });

  it('is there after a restart', async () => {
    const { store, dataDir } = await openTestStore();
    const ids = await putMany(store, 40, (n) => ({ body: `number ${n}` }));
    await store.close();
    const { store: again, setAside } = await openTestStore({ dataDir });
    expect(setAside).toBeNull();
    expect(await bytesOf(again, ids[17]!)).toEqual(Buffer.from('number 17'));
    expect((await again.list(query())).total).toBe(40);
    expect(again.newDeliveryId() > ids.at(-1)!).toBe(true);
  });

  it('can be pinned and let go of', async () => {
    const { store } = await openTestStore();
    const id = await put(store);
    expect(await store.setPinned(id, true)).toBe(true);
    expect(await store.setPinned(id, true)).toBe(true);
    expect((await store.getSummary(id))?.pinned).toBe(true);
    expect((await store.stats({})).pinned).toBe(1);
    await store.setPinned(id, false);
    expect((await store.stats({})).pinned).toBe(0);
  });

  it('gets another verdict in place of its first, and is counted by it', async () => {
    const { store } = await openTestStore();
    const id = await put(store, {
      headers: [['X:Odd', 'a']],
      verdict: { status: 'unchecked', reason: 'key-pending', hint: 'Wait.', checks: [] },
    });
    const before = await store.getDelivery(id);
    const { verdict } = newDelivery({
      id,
      verdict: { status: 'failed', reason: 'signature-mismatch', hint: 'Another key.' },
    });
    expect(await store.updateVerdict(id, verdict)).toBe(true);
    expect(await store.getDelivery(id)).toEqual({ ...before, verdict });
    expect((await store.getSummary(id))?.verdict).toEqual({
      status: 'failed',
      reason: 'signature-mismatch',
    });
    expect((await store.stats({})).failed).toBe(1);
    await store.updateVerdict(id, { ...verdict, status: 'verified', reason: null });
    expect((await store.stats({})).failed).toBe(0);
  });
});

describe('a delivery that is not there', () => {
  it.each(['dlv_00000000001', 'nonsense', '', 'att_00000000001'])(
    'is null or false for the id %j',
    async (id) => {
      const { store } = await openTestStore();
      expect(await store.getDelivery(id)).toBeNull();
      expect(await store.getSummary(id)).toBeNull();
      expect(await store.getBody(id)).toBeNull();
      expect(await store.setPinned(id, true)).toBe(false);
      expect(await store.updateVerdict(id, newDelivery({ id }).verdict)).toBe(false);
      expect((await store.hide([id])).count).toBe(0);
    },
  );
});

describe('a closed store', () => {
  it('has written what was asked for, and refuses what comes later', async () => {
    const { store, dataDir } = await openTestStore();
    const id = store.newDeliveryId();
    const inserted = store.insert(newDelivery({ id }));
    await Promise.all([store.close(), store.close()]);
    await inserted;
    await expect(store.insert(newDelivery({ id: 'dlv_00000000001' }))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    await expect(store.list(query())).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(() => store.settings.put('a', 'b')).toThrow('cannot be used');
    const { store: again } = await openTestStore({ dataDir });
    expect(await again.getSummary(id)).not.toBeNull();
  });
});
