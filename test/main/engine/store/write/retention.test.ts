import { describe, expect, it } from 'vitest';
import type { RetentionLimits } from '../../../../../src/main/engine/store/store.ts';
import {
  allPages,
  bodyFiles,
  NOW,
  newAttempt,
  openTestStore,
  put,
  putMany,
  putSpooled,
  query,
} from '../fixtures.ts';

const DAY_MS = 86_400_000;

function limits(parts: Partial<RetentionLimits>): RetentionLimits {
  return { maxCount: 1e9, maxBytes: 1e12, maxAgeDays: 1000, ...parts };
}

describe('pruning', () => {
  it('removes the oldest beyond the count, and nothing when there are few enough', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 300);
    expect(await store.prune(limits({ maxCount: 300 }))).toBe(0);
    expect(await store.prune(limits({ maxCount: 20 }))).toBe(280);
    expect(await allPages(store, {})).toEqual(ids.slice(280).reverse());
    expect((await store.stats({})).deliveries).toBe(20);
    expect(await store.getBody(ids[0]!)).toBeNull();
  });

  it('leaves pinned ones where they are, and takes them once they are let go of', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 300);
    for (const n of [0, 1, 150]) await store.setPinned(ids[n]!, true);
    expect(await store.prune(limits({ maxCount: 10 }))).toBe(287);
    expect(await allPages(store, { only: 'pinned' })).toEqual([ids[150], ids[1], ids[0]]);
    await store.setPinned(ids[0]!, false);
    expect(await store.prune(limits({ maxCount: 10 }))).toBe(1);
    expect(await store.getSummary(ids[0]!)).toBeNull();
    expect(await store.prune(limits({ maxCount: 1 }))).toBe(9);
    expect((await store.list(query())).total).toBe(3);
  });

  it('does not count the pinned ones: however many there are, the newest stay too', async () => {
    const { store } = await openTestStore();
    const ids = await putMany(store, 20);
    for (const id of ids.slice(0, 10)) await store.setPinned(id, true);
    expect(await store.prune(limits({ maxCount: 10 }))).toBe(0);
    expect(await store.prune(limits({ maxCount: 4 }))).toBe(6);
    const kept = [...ids.slice(0, 10), ...ids.slice(16)];
    expect(await allPages(store, {})).toEqual(kept.reverse());
  });

  it('removes what is too old', async () => {
    let now = NOW - 3 * DAY_MS;
    const { store } = await openTestStore({ clock: () => now });
    await putMany(store, 5);
    now = NOW;
    const young = await putMany(store, 2);
    expect(await store.prune(limits({ maxAgeDays: 2 }))).toBe(5);
    expect(await allPages(store, {})).toEqual([...young].reverse());
  });

  it('removes until the bytes fit, counting files and the answers of attempts', async () => {
    const { store, dataDir } = await openTestStore();
    const attempted = await put(store);
    const attemptId = store.newAttemptId();
    await store.putAttempt(newAttempt({ id: attemptId, deliveryId: attempted }));
    store.putAttemptBody(attemptId, Buffer.alloc(2_000_000));
    const spooled = await putSpooled(store, dataDir);
    const rest = await putMany(store, 50, () => ({ body: Buffer.alloc(20_000) }));
    const { bytes } = await store.stats({});
    expect(bytes).toBeGreaterThan(2_000_000 + 1_100_000 + 50 * 20_000);

    expect(await store.prune(limits({ maxBytes: bytes - 1_000_000 }))).toBe(1);
    expect(await store.getAttempt(attemptId)).toBeNull();
    expect(await store.prune(limits({ maxBytes: 1_200_000 }))).toBe(1);
    expect(await store.getSummary(spooled)).toBeNull();
    expect(bodyFiles(dataDir)).toEqual([]);
    expect(await allPages(store, {})).toEqual([...rest].reverse());
    expect((await store.stats({})).bytes).toBeLessThan(1_200_000);
  });

  it('lets deliveries in between its steps', async () => {
    const { store } = await openTestStore();
    await putMany(store, 5000);
    const pruned = store.prune(limits({ maxCount: 10 })).then(() => 'pruned');
    // The prune is under way before this is asked for.
    await store.getSummary('dlv_00000000001');
    const stored = put(store).then(() => 'stored');
    expect(await Promise.race([pruned, stored])).toBe('stored');
    await pruned;
    expect((await store.list(query())).total).toBeLessThanOrEqual(11);
  });
});
