import { describe, expect, it } from 'vitest';
import { allPages, openTestStore, put, putMany, query } from '../fixtures.ts';

describe('the list', () => {
  it('has the newest first, page by page, each delivery once', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 25);
    const first = await store.list(query({ limit: 10 }));
    expect(first).toMatchObject({ total: 25, nextCursor: ids[15] });
    await put(store);
    expect(await allPages(store, { limit: 10 })).toHaveLength(26);
    const second = await store.list(query({ limit: 10, cursor: first.nextCursor }));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.slice(5).reverse());
  });

  it('ends without a cursor, also when the last page is full', async () => {
    const { store } = await openTestStore();
    expect(await store.list(query())).toEqual({ items: [], nextCursor: null, total: 0 });
    const ids = await putMany(store, 10);
    const page = await store.list(query({ limit: 10 }));
    expect(page).toMatchObject({ nextCursor: null, total: 10 });
    expect(page.items[9]?.id).toBe(ids[0]);
  });

  it('passes over rows for a list that jumps', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 30);
    const jump = await store.list(query({ limit: 5, offset: 20 }));
    expect(jump.items.map(({ id }) => id)).toEqual(ids.slice(5, 10).reverse());
    const further = await store.list(query({ limit: 5, cursor: ids[10]!, offset: 3 }));
    expect(further.items[0]?.id).toBe(ids[6]);
    expect((await store.list(query({ offset: 1000 }))).items).toEqual([]);
  });

  it('shows one endpoint, only failed, only pinned, or all of that together', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 40, (n) => ({
      endpointId: n % 2 ? 'odd' : 'even',
      verdict: { status: n % 5 === 0 ? 'failed' : 'verified' },
    }));
    for (const n of [3, 10, 15]) await store.setPinned(ids[n]!, true);
    const at = (...numbers: number[]) => numbers.map((n) => ids[n]);
    expect(await allPages(store, { endpointId: 'odd' })).toHaveLength(20);
    expect(await allPages(store, { only: 'pinned' })).toEqual(at(15, 10, 3));
    expect(await allPages(store, { only: 'failed', endpointId: 'odd', limit: 3 })).toEqual(
      at(35, 25, 15, 5),
    );
    expect(await store.list(query({ endpointId: 'none' }))).toMatchObject({ items: [], total: 0 });
    expect((await store.list(query({ only: 'failed' }))).total).toBe(8);
    expect((await store.list(query({ only: 'failed', endpointId: 'odd' }))).total).toBe(4);
    expect((await store.list(query({ only: 'pinned', endpointId: 'even' }))).total).toBe(1);
  });

  it('shows an answer that was recorded just before', async () => {
    const { store } = await openTestStore();
    const id = await put(store, { response: { status: null, source: 'forward' } });
    store.recordAnswer({
      id,
      response: { status: 502, source: 'forward' },
      committedMs: 1,
      answeredMs: 9,
    });
    expect((await store.list(query())).items[0]).toMatchObject({
      response: { status: 502, source: 'forward' },
      durationMs: 9,
    });
  });

  it('refuses a cursor that is none', async () => {
    const { store } = await openTestStore();
    await expect(store.list(query({ cursor: 'yesterday' }))).rejects.toMatchObject({
      code: 'bad-input',
    });
  });
});

it('counts exactly the rows it answers, also while others are being stored', async () => {
  const { store } = await openTestStore();
  let storing = true;
  const stored = (async () => {
    for (let n = 0; n < 500; n++) await put(store);
    storing = false;
  })();
  while (storing) {
    const { items, total } = await store.list(query({ limit: 500 }));
    expect(total).toBe(items.length);
  }
  await stored;
});
