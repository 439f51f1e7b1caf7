import { describe, expect, it } from 'vitest';
import { firstIdAt, formatId } from '../../../../../src/main/engine/store/ids.ts';
import type { Store } from '../../../../../src/main/engine/store/store.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { type DeliveryParts, NOW, newDelivery, openTestStore, put } from '../fixtures.ts';

const summary = async (store: Store, id: string) => {
  const found = await store.getSummary(id);
  if (!found) throw new Error(id);
  return found;
};
const insert = (store: Store, parts: Omit<DeliveryParts, 'id'>) => {
  const id = store.newDeliveryId();
  return store.insert(newDelivery({ ...parts, id }));
};

describe('a message that comes again', () => {
  it('is numbered, with the time since it came before', async () => {
    const { store } = await openTestStore();
    const first = await put(store, { messageId: 'evt_1', body: 'one' });
    await put(store, { messageId: 'evt_2', body: 'two' });
    const second = await put(store, { messageId: 'evt_1', body: 'one', receivedAt: NOW + 40_000 });
    const third = await put(store, { messageId: 'evt_1', body: 'other', receivedAt: NOW + 45_500 });
    expect((await summary(store, first)).redelivery).toBeNull();
    expect(await summary(store, second)).toMatchObject({
      redelivery: { ordinal: 2, sinceMs: 40_000, firstId: first },
      sameBodyAs: null,
    });
    expect((await summary(store, third)).redelivery).toEqual({
      ...{ ordinal: 3, sinceMs: 5500, firstId: first },
    });
  });

  it('is told of as soon as it is stored, also within a group', async () => {
    const { store } = await openTestStore();
    const told = await Promise.all(
      [1, 2, 3].map((n) => insert(store, { messageId: 'evt_1', body: `body ${n}` })),
    );
    expect(told.map(({ redelivery }) => redelivery?.ordinal ?? 1)).toEqual([1, 2, 3]);
  });

  it('is one group, in which each delivery is found from any other', async () => {
    const { store } = await openTestStore();
    const alone = await put(store, { messageId: 'evt_2' });
    const ids = [await put(store, { messageId: 'evt_1', verdict: { status: 'failed' } })];
    ids.push(await put(store, { messageId: 'evt_1', response: { status: 500, source: 'canned' } }));
    for (const id of ids) {
      expect((await store.getDelivery(id))?.group).toEqual([
        {
          id: ids[0],
          receivedAt: new Date(NOW).toISOString(),
          ordinal: 1,
          bodySize: 2,
          verdict: 'failed',
          responseStatus: 200,
        },
        {
          id: ids[1],
          receivedAt: new Date(NOW).toISOString(),
          ordinal: 2,
          bodySize: 2,
          verdict: 'verified',
          responseStatus: 500,
        },
      ]);
    }
    expect((await store.getDelivery(alone))?.group).toEqual([]);
  });

  it('is another one on another endpoint', async () => {
    const { store } = await openTestStore();
    await put(store, { messageId: 'evt_1', endpointId: 'a', body: 'same' });
    const other = await put(store, { messageId: 'evt_1', endpointId: 'b', body: 'same' });
    expect(await summary(store, other)).toMatchObject({ redelivery: null, sameBodyAs: null });
  });

  it('is known after a restart', async () => {
    const dataDir = tempDir();
    const before = await openTestStore({ dataDir });
    const first = await put(before.store, { messageId: 'evt\0_1', body: 'a body' });
    await put(before.store, { messageId: 'evt\0_1', body: 'a body' });
    await before.store.close();
    const { store } = await openTestStore({ dataDir });
    const third = await put(store, { messageId: 'evt\0_1' });
    const copy = await put(store, { messageId: 'evt_9', body: 'a body' });
    expect((await summary(store, third)).redelivery).toMatchObject({ ordinal: 3, firstId: first });
    expect((await summary(store, copy)).sameBodyAs).toBe(first);
  });
});

describe('a body that comes again', () => {
  it('under another id, or none, is marked with the first that had it', async () => {
    const { store } = await openTestStore();
    const first = await put(store, { messageId: 'evt_1', body: '{"a":1}' });
    const copy = await put(store, { messageId: 'evt_2', body: '{"a":1}' });
    const nameless = await put(store, { body: '{"a":1}' });
    const other = await put(store, { body: '{"a":2}' });
    expect((await summary(store, first)).sameBodyAs).toBeNull();
    expect((await summary(store, copy)).sameBodyAs).toBe(first);
    expect((await summary(store, nameless)).sameBodyAs).toBe(first);
    expect((await summary(store, other)).sameBodyAs).toBeNull();
  });

  it('is not worth a word when it is next to nothing', async () => {
    const { store } = await openTestStore();
    await put(store, { body: '{}' });
    const again = await put(store, { body: '{}' });
    expect((await summary(store, again)).sameBodyAs).toBeNull();
  });

  it('is told of with an id that fits the clock', async () => {
    const { store } = await openTestStore();
    const id = formatId('dlv', firstIdAt(NOW));
    await put(store, { body: 'abc' });
    const { sameBodyAs } = await insert(store, { body: 'abc' });
    expect(sameBodyAs?.slice(0, 10)).toBe(id.slice(0, 10));
  });
});
