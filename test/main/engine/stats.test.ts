// The counts: told after a change, not for every one of many, and remembering what was seen.

import { describe, expect, it, onTestFinished } from 'vitest';
import { createBus } from '../../../src/main/engine/bus.ts';
import { createStatsKeeper, EMPTY_STATS } from '../../../src/main/engine/stats.ts';
import type { Store } from '../../../src/main/engine/store/store.ts';
import type { Stats } from '../../../src/shared/model.ts';
import { memoryTable } from '../../support/tables.ts';

function setup(rows = new Map<string, string>(), monotonic = () => performance.now()) {
  const bus = createBus();
  const asked: Record<string, string>[] = [];
  let deliveries = 0;
  const store = {
    settings: memoryTable(rows),
    stats: async (seen: Record<string, string>) => {
      asked.push({ ...seen });
      return { ...EMPTY_STATS, deliveries: ++deliveries };
    },
  } as unknown as Store;
  const keeper = createStatsKeeper({
    store,
    bus,
    monotonic,
    onError: () => {},
  });
  onTestFinished(() => keeper.close());
  const told = () =>
    new Promise<Stats>((resolve) => {
      const unsubscribe = bus.on('stats.changed', ({ stats }) => {
        unsubscribe();
        resolve(stats);
      });
    });
  return { keeper, asked, told, rows };
}

describe('the counts', () => {
  it('are recounted once for many changes at a time', async () => {
    const { keeper, asked, told } = setup();
    const first = told();
    for (let i = 0; i < 1000; i++) keeper.touch();
    expect((await first).deliveries).toBe(1);
    expect(keeper.current().deliveries).toBe(1);
    expect(asked).toHaveLength(1);
  });

  it('are recounted again when something changed meanwhile', async () => {
    const { keeper, told } = setup();
    const first = told();
    keeper.touch();
    await first;
    const second = told();
    keeper.touch();
    expect((await second).deliveries).toBe(2);
  });

  it('do not rest for long after a recount that took long, as the first may', async () => {
    let now = 0;
    const { keeper, told } = setup(undefined, () => {
      now += 60_000;
      return now;
    });
    const first = told();
    keeper.touch();
    await first;
    const second = told();
    keeper.touch();
    expect((await second).deliveries).toBe(2);
  });

  it('count from what was seen, also after a restart', async () => {
    const { keeper, asked, rows } = setup();
    await keeper.markRead(['ep_a', 'ep_b'], 'dlv_9');
    expect(asked.at(-1)).toEqual({ ep_a: 'dlv_9', ep_b: 'dlv_9' });
    const again = setup(rows);
    await again.keeper.markRead(['ep_a'], 'dlv_a');
    expect(again.asked.at(-1)).toEqual({ ep_a: 'dlv_a', ep_b: 'dlv_9' });
  });
});
