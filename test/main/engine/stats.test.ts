// The counts: told after a change, not for every one of many, and remembering what was seen.

import { describe, expect, it, onTestFinished } from 'vitest';
import { createBus } from '../../../src/main/engine/bus.ts';
import { createStatsKeeper } from '../../../src/main/engine/stats.ts';
import type { Store } from '../../../src/main/engine/store/store.ts';
import type { Stats } from '../../../src/shared/model.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { openTestStore, put } from './store/fixtures.ts';

function keepStats(store: Store, monotonic = () => performance.now()) {
  const bus = createBus();
  const told: Stats[] = [];
  bus.on('stats.changed', ({ stats }) => told.push(stats));
  const errors: unknown[] = [];
  const keeper = createStatsKeeper({ store, bus, monotonic, onError: (e) => errors.push(e) });
  onTestFinished(() => {
    keeper.close();
    expect(errors).toEqual([]);
  });
  const next = () =>
    new Promise<Stats>((resolve) => {
      const unsubscribe = bus.on('stats.changed', ({ stats }) => {
        unsubscribe();
        resolve(stats);
      });
    });
  return { keeper, told, next };
}

const unread = ({ endpoints }: Stats) =>
  Object.fromEntries(endpoints.map(({ endpointId, unread }) => [endpointId, unread]));

describe('the counts', () => {
  it('are recounted once for many changes at a time', async () => {
    const { store } = await openTestStore();
    const { keeper, told, next } = keepStats(store);
    await put(store);
    const first = next();
    for (let i = 0; i < 1000; i++) keeper.touch();
    expect((await first).deliveries).toBe(1);
    expect(keeper.current().deliveries).toBe(1);
    await put(store);
    const second = next();
    keeper.touch();
    await second;
    expect(told.map(({ deliveries }) => deliveries)).toEqual([1, 2]);
  });

  it('are recounted again when something changed meanwhile', async () => {
    const { store } = await openTestStore();
    const { keeper, told, next } = keepStats(store);
    await put(store);
    const first = next();
    const recounting = keeper.markRead([], store.newDeliveryId());
    await put(store);
    keeper.touch();
    await Promise.all([first, recounting]);
    expect((await next()).deliveries).toBe(2);
    expect(told).toHaveLength(2);
  });

  it('do not rest for long after a recount that took long, as the first may', async () => {
    const { store } = await openTestStore();
    let now = 0;
    const { keeper, next } = keepStats(store, () => {
      now += 60_000;
      return now;
    });
    for (const deliveries of [1, 2]) {
      await put(store);
      const recount = next();
      keeper.touch();
      expect((await recount).deliveries).toBe(deliveries);
    }
  });

  it('count from what was seen, also after a restart', async () => {
    const dataDir = tempDir();
    const { store } = await openTestStore({ dataDir });
    const { keeper } = keepStats(store);
    for (const endpointId of ['ep_a', 'ep_b', 'ep_c']) await put(store, { endpointId });
    const seen = await put(store, { endpointId: 'ep_a' });
    await put(store, { endpointId: 'ep_b' });
    const stats = await keeper.markRead(['ep_a', 'ep_b'], seen);
    expect(unread(stats)).toEqual({ ep_a: 0, ep_b: 1, ep_c: 1 });
    keeper.close();
    await store.close();

    const { store: reopened } = await openTestStore({ dataDir });
    const again = keepStats(reopened);
    const newest = await put(reopened, { endpointId: 'ep_a' });
    const recount = again.next();
    again.keeper.touch();
    expect(unread(await recount)).toEqual({ ep_a: 1, ep_b: 1, ep_c: 1 });
    expect(unread(await again.keeper.markRead(['ep_a'], newest))).toEqual({
      ...{ ep_a: 0, ep_b: 1, ep_c: 1 },
    });
  });
});
