import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../../../src/main/engine/store/store.ts';
import {
  allPages,
  bodyFiles,
  newAttempt,
  openTestStore,
  put,
  putMany,
  putSpooled,
  query,
} from '../fixtures.ts';

async function remove(store: Store, ids: string[]): Promise<number> {
  const { removal } = await store.hide(ids);
  return store.purge(removal);
}

describe('hiding', () => {
  it('takes deliveries out of every list and count at once', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 300, (n) => ({
      verdict: { status: n % 3 === 0 ? 'failed' : 'verified' },
      target: `/d/${n}`,
    }));
    await store.setPinned(ids[30]!, true);
    expect((await store.hide([ids[30]!, ids[31]!, 'nonsense', ids[31]!])).count).toBe(2);
    const rest = ids.filter((_, n) => n !== 30 && n !== 31).reverse();
    expect(await allPages(store, {})).toEqual(rest);
    expect(await allPages(store, { query: '/d/31' })).toEqual([]);
    expect(await allPages(store, { only: 'pinned' })).toEqual([]);
    expect(await store.stats({})).toMatchObject({ deliveries: 298, failed: 99, pinned: 0 });
    for (const get of [store.getDelivery, store.getSummary, store.getBody]) {
      expect(await get(ids[31]!)).toBeNull();
    }
    expect(await store.setPinned(ids[31]!, true)).toBe(false);
    expect((await store.hide([ids[31]!])).count).toBe(0);
  });

  it('is undone to the last byte: attempts, body, file, pin and counts', async () => {
    const { store, dataDir } = await openTestStore();
    const spooled = await putSpooled(store, dataDir);
    const plain = await put(store, { body: Buffer.from([0, 255, 13, 10]) });
    const attempt = newAttempt({ id: store.newAttemptId(), deliveryId: plain });
    await store.putAttempt(attempt);
    await store.setPinned(plain, true);
    const before = [await store.getDelivery(plain), await store.getDelivery(spooled)];
    const counts = await store.stats({});

    const { removal, count } = await store.hide([plain, spooled]);
    expect(count).toBe(2);
    expect((await store.stats({})).deliveries).toBe(0);
    expect((await store.restore(removal)).ids).toEqual([spooled, plain]);
    expect([await store.getDelivery(plain), await store.getDelivery(spooled)]).toEqual(before);
    expect(await store.getBody(plain)).toMatchObject({ bytes: Buffer.from([0, 255, 13, 10]) });
    const body = await store.getBody(spooled);
    expect(body?.kind === 'file' && existsSync(body.path)).toBe(true);
    expect(await store.stats({})).toEqual(counts);
    expect((await store.restore(removal)).ids).toEqual([]);
    expect(await store.purge(removal)).toBe(0);
    expect(await store.getSummary(plain)).not.toBeNull();
  });

  it('keeps what happens to a delivery while it is away', async () => {
    const { store } = await openTestStore();
    const id = await put(store, { response: { status: null, source: null } });
    const attempt = newAttempt({ id: store.newAttemptId(), deliveryId: id, outcome: 'pending' });
    await store.putAttempt(attempt);
    const { removal } = await store.hide([id]);
    const response = { status: 418, source: 'forward' } as const;
    store.recordAnswer({ id, response, committedMs: 1, answeredMs: 2 });
    await store.putAttempt({ ...attempt, outcome: 'response' });
    await store.restore(removal);
    expect(await store.getDelivery(id)).toMatchObject({
      response,
      attempts: [{ id: attempt.id, outcome: 'response' }],
    });
  });

  it('is final after a purge: nothing is left, in the database or beside it', async () => {
    const { store, dataDir } = await openTestStore();
    const id = await putSpooled(store, dataDir);
    const attemptId = store.newAttemptId();
    await store.putAttempt(newAttempt({ id: attemptId, deliveryId: id }));
    store.putAttemptBody(attemptId, Buffer.from('ok'));
    const [other] = await putMany(store, 1);
    const { removal } = await store.hide([id]);
    expect(await store.purge(removal)).toBe(1);
    expect(bodyFiles(dataDir)).toEqual([]);
    expect(await store.getAttempt(attemptId)).toBeNull();
    expect((await store.restore(removal)).ids).toEqual([]);
    expect(await allPages(store, {})).toEqual([other]);
  });

  it('lets each removal be undone for itself', async () => {
    const { store } = await openTestStore();
    const [a, b, c] = await putMany(store, 3);
    const first = await store.hide([a!]);
    const second = await store.hide([c!]);
    expect((await store.restore(first.removal)).ids).toEqual([a]);
    expect(await store.purge(second.removal)).toBe(1);
    expect(await allPages(store, {})).toEqual([b, a]);
  });

  it('is still there after a crash, and final once the next run says so', async () => {
    const { store, dataDir } = await openTestStore();
    const ids = await putMany(store, 10);
    await store.hide(ids.slice(0, 4));
    await store.close();
    const { store: again } = await openTestStore({ dataDir });
    expect(await allPages(again, {})).toEqual(ids.slice(4).reverse());
    const { removal } = await again.hide([ids[9]!]);
    expect(await again.purge(null)).toBe(4);
    expect((await again.restore(removal)).ids).toEqual([ids[9]]);
    expect((await again.stats({})).deliveries).toBe(6);
  });

  it('survives a prune of its neighbours', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 30);
    const { removal } = await store.hide([ids[5]!, ids[20]!]);
    const limits = { maxCount: 14, maxBytes: 1e12, maxAgeDays: 1000 };
    expect(await store.prune(limits)).toBe(14);
    expect((await store.restore(removal)).ids).toEqual([ids[5], ids[20]]);
    expect(await store.getDelivery(ids[5]!)).toMatchObject({ id: ids[5] });
    // What came back beyond the limit is the oldest to go again.
    expect(await store.prune({ ...limits, maxCount: 15 })).toBe(1);
    expect(await store.getSummary(ids[5]!)).toBeNull();
  });

  it('has room for every column of a delivery', async () => {
    const { dataDir } = await openTestStore();
    const db = new DatabaseSync(join(dataDir, 'hookglass.db'), { readOnly: true });
    const columns = (table: string) =>
      db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
    expect(columns('removed')).toEqual([{ name: 'removal' }, ...columns('deliveries')]);
    db.close();
  });
});

describe('hiding all', () => {
  it('takes everything but what is pinned, and the purge gives the disk back', async () => {
    const { store, dataDir } = await openTestStore();
    const ids = await putMany(store, 400, () => ({ body: Buffer.alloc(10_000, 1) }));
    await putSpooled(store, dataDir);
    await store.setPinned(ids[200]!, true);
    const { removal, count } = await store.hideAll(null);
    expect(count).toBe(400);
    expect(await allPages(store, {})).toEqual([ids[200]]);
    expect(await store.purge(removal)).toBe(400);
    expect(bodyFiles(dataDir)).toEqual([]);
    const size = (suffix: string) => statSync(join(dataDir, `hookglass.db${suffix}`)).size;
    expect(size('') + size('-wal')).toBeLessThan(300_000);
    expect(await store.getBody(ids[200]!)).toMatchObject({ bytes: Buffer.alloc(10_000, 1) });
  });

  it('takes those of one endpoint only, and brings thousands back in their order', async () => {
    const { store, dataDir } = await openTestStore();
    await putMany(store, 3000, (n) => ({ endpointId: n % 3 ? 'kept' : 'gone' }));
    const spooled = await putSpooled(store, dataDir, 'kept');
    const all = await allPages(store, { limit: 500 });
    const { removal, count } = await store.hideAll('gone');
    expect(count).toBe(1000);
    expect((await store.hideAll('gone')).count).toBe(0);
    expect(await store.stats({})).toMatchObject({
      deliveries: 2001,
      endpoints: [{ endpointId: 'kept', total: 2001 }],
    });
    expect(bodyFiles(dataDir)).toEqual([`${spooled}.bin`]);
    expect(await store.restore(removal)).toMatchObject({ restored: 1000 });
    expect(await allPages(store, { limit: 500 })).toEqual(all);
  });

  it('spares what arrives while it runs', async () => {
    const { store } = await openTestStore();
    await putMany(store, 500);
    const cleared = store.hideAll(null);
    const [arrived] = await Promise.all([put(store), cleared]);
    expect((await cleared).count).toBe(500);
    expect(await allPages(store, {})).toEqual([arrived]);
  });

  it('ends early when the store is closed', async () => {
    const { store, dataDir } = await openTestStore();
    await putMany(store, 2000);
    const cleared = store.hideAll(null);
    await store.close();
    const { count } = await cleared;
    const { store: again } = await openTestStore({ dataDir });
    const { total } = await again.list(query());
    expect(total).toBe(2000 - count);
    expect(total).toBe((await allPages(again, { limit: 500 })).length);
  });
});

describe('removing for good', () => {
  it('says how many were there', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 3);
    expect(await remove(store, ids.slice(1))).toBe(2);
    expect(await remove(store, ids)).toBe(1);
    expect(await remove(store, ids)).toBe(0);
  });
});
