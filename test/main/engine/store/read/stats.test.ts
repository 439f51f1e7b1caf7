import { describe, expect, it } from 'vitest';
import { openTestStore, put, putMany } from '../fixtures.ts';

describe('the counts', () => {
  it('are nothing for an empty store', async () => {
    const { store } = await openTestStore();
    const { bytes, ...rest } = await store.stats({});
    expect(rest).toEqual({ deliveries: 0, pinned: 0, failed: 0, endpoints: [] });
    expect(bytes).toBeGreaterThan(0);
  });

  it('tell per endpoint how many there are, failed, and newer than the last one seen', async () => {
    const { store, dataDir } = await openTestStore();
    const ids = await putMany(store, 30, (n) => ({
      endpointId: ['a', 'b', 'c'][n % 3]!,
      verdict: { status: n < 6 ? 'failed' : 'verified' },
    }));
    await store.setPinned(ids[0]!, true);
    const seen = { a: ids[14]!, b: ids.at(-1)!, nobody: ids[3]! };
    const expected = {
      deliveries: 30,
      failed: 6,
      pinned: 1,
      endpoints: [
        { endpointId: 'a', total: 10, failed: 2, unread: 5, unreadFailed: 0 },
        { endpointId: 'b', total: 10, failed: 2, unread: 0, unreadFailed: 0 },
        { endpointId: 'c', total: 10, failed: 2, unread: 10, unreadFailed: 2 },
      ],
    };
    expect(await store.stats(seen)).toMatchObject(expected);
    await store.close();
    const { store: again } = await openTestStore({ dataDir });
    expect(await again.stats(seen)).toMatchObject(expected);
  });

  it('follow what is removed', async () => {
    const { store } = await openTestStore();
    const [first] = await putMany(store, 3, () => ({ verdict: { status: 'failed' } }));
    await store.hide([first!]);
    expect(await store.stats({})).toMatchObject({ deliveries: 2, failed: 2 });
  });

  it('take an id that is none for nothing seen', async () => {
    const { store } = await openTestStore();
    await put(store, { endpointId: '__proto__' });
    const { endpoints } = await store.stats({ ep_default: 'nonsense' });
    expect(endpoints).toEqual([
      { endpointId: '__proto__', total: 1, failed: 0, unread: 1, unreadFailed: 0 },
    ]);
  });
});
