import { describe, expect, it } from 'vitest';
import { newAttempt, openTestStore, put, query } from './fixtures.ts';

describe('an attempt', () => {
  it('is stored when it starts and again when it ends', async () => {
    const { store } = await openTestStore();
    const deliveryId = await put(store);
    const id = store.newAttemptId();
    const pending = newAttempt({ id, deliveryId, outcome: 'pending', status: null });
    await store.putAttempt(pending);
    expect(await store.getAttempt(id)).toEqual(pending);
    const ended = newAttempt({
      id,
      deliveryId,
      headers: [
        ['Set-Cookie', 'a=\xff'],
        ['set-cookie', 'b'],
      ],
      failure: { code: 'reset', message: 'zero \0 byte' },
    });
    await store.putAttempt(ended);
    expect(await store.getAttempt(id)).toEqual(ended);
    expect((await store.getDelivery(deliveryId))?.attempts).toEqual([ended]);
  });

  it('is listed under its delivery, oldest first, and counted', async () => {
    const { store } = await openTestStore();
    const [one, other] = [await put(store), await put(store)];
    const ids = [store.newAttemptId(), store.newAttemptId(), store.newAttemptId()];
    for (const id of [...ids].reverse())
      await store.putAttempt(newAttempt({ id, deliveryId: one }));
    const attempts = (await store.getDelivery(one))?.attempts;
    expect(attempts?.map(({ id }) => id)).toEqual(ids);
    const { items } = await store.list(query());
    expect(items.map(({ id, attemptCount }) => [id, attemptCount])).toEqual([
      [other, 0],
      [one, 3],
    ]);
  });

  it('keeps the bytes of its response body, at most 5 MiB of them', async () => {
    const { store } = await openTestStore();
    const deliveryId = await put(store);
    const [small, large, none] = [store.newAttemptId(), store.newAttemptId(), store.newAttemptId()];
    const bytes = Buffer.alloc(6 * 1024 * 1024, 7);
    store.putAttemptBody(small, Buffer.from([0, 255, 0]));
    await store.putAttempt(newAttempt({ id: small, deliveryId, bodySize: 3 }));
    await store.putAttempt(newAttempt({ id: large, deliveryId, bodySize: bytes.length }));
    await store.putAttempt(newAttempt({ id: none, deliveryId }));
    store.putAttemptBody(small, Buffer.from([0, 255, 0]));
    store.putAttemptBody(large, bytes);
    expect(await store.getAttemptBody(small)).toEqual({ base64: 'AP8A', size: 3 });
    const stored = await store.getAttemptBody(large);
    expect(stored?.size).toBe(bytes.length);
    expect(Buffer.from(stored?.base64 ?? '', 'base64')).toHaveLength(5 * 1024 * 1024);
    expect(await store.getAttemptBody(none)).toEqual({ base64: '', size: 0 });
  });

  it('goes with its delivery, and is not stored after that', async () => {
    const { store } = await openTestStore();
    const deliveryId = await put(store);
    const id = store.newAttemptId();
    await store.putAttempt(newAttempt({ id, deliveryId }));
    store.putAttemptBody(id, Buffer.from('ok'));
    expect(await store.purge((await store.hide([deliveryId])).removal)).toBe(1);
    expect(await store.getAttempt(id)).toBeNull();
    expect(await store.getAttemptBody(id)).toBeNull();
    await store.putAttempt(newAttempt({ id, deliveryId }));
    store.putAttemptBody(id, Buffer.from('ok'));
    expect(await store.getAttempt(id)).toBeNull();
    expect(await store.getAttemptBody(id)).toBeNull();
  });

  it('that a stop left pending is an interrupted failure after the restart', async () => {
    const { store, dataDir } = await openTestStore();
    const deliveryId = await put(store);
    const [pending, ended] = [store.newAttemptId(), store.newAttemptId()];
    await store.putAttempt(newAttempt({ id: pending, deliveryId, outcome: 'pending' }));
    await store.putAttempt(newAttempt({ id: ended, deliveryId }));
    await store.close();
    const { store: again } = await openTestStore({ dataDir });
    expect(await again.getAttempt(pending)).toMatchObject({
      outcome: 'failure',
      failure: { code: 'interrupted' },
    });
    expect(await again.getAttempt(ended)).toMatchObject({ outcome: 'response', failure: null });
  });

  it.each(['att_00000000001', 'nonsense', 'dlv_00000000001'])(
    '%j is null when there is none',
    async (id) => {
      const { store } = await openTestStore();
      expect(await store.getAttempt(id)).toBeNull();
      expect(await store.getAttemptBody(id)).toBeNull();
    },
  );
});
