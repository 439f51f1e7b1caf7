import { describe, expect, it, onTestFinished } from 'vitest';
import { createBus } from '../../../src/main/engine/bus.ts';
import { createRemovals } from '../../../src/main/engine/removals.ts';
import type { AppEvent } from '../../../src/shared/contract.ts';
import { testEngine } from '../../support/engine.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { allPages, NOW, openTestStore, putMany } from './store/fixtures.ts';

/** Removals on a real store, whose time is over when `pass` is called. */
async function stage(dataDir = tempDir()) {
  const { store } = await openTestStore({ dataDir });
  const bus = createBus();
  const events: AppEvent[] = [];
  bus.subscribe((event) => events.push(event));
  const waiting = new Set<() => void>();
  let changed = () => {};
  const removals = createRemovals({
    store,
    bus,
    now: () => new Date(NOW),
    later(_ms, work) {
      waiting.add(work);
      return () => waiting.delete(work);
    },
    onChanged: () => changed(),
    onError(error) {
      throw error;
    },
  });
  onTestFinished(removals.close);
  const pass = async () => {
    const over = [...waiting];
    waiting.clear();
    for (const work of over) {
      const done = new Promise<void>((resolve) => {
        changed = resolve;
      });
      work();
      await done;
    }
  };
  return { store, removals, events, pass, waiting };
}

describe('a removal', () => {
  it('says how many went, and until when it can be undone', async () => {
    const { store, removals, events } = await stage();
    const ids = await putMany(store, 3);
    const removed = await removals.remove([ids[0]!, ids[2]!]);
    expect(removed).toMatchObject({ removed: 2, undoUntil: '2026-11-22T12:00:10.000Z' });
    expect(events).toEqual([{ type: 'deliveries.removed', ids: [ids[0], ids[2]] }]);
    expect(await removals.undo(removed.removal)).toEqual({ restored: 2, ids: [ids[0], ids[2]] });
    expect(events.at(-1)).toEqual({ type: 'deliveries.reset' });
    expect(await allPages(store, {})).toEqual([...ids].reverse());
    await expect(removals.undo(removed.removal)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of many has lists load anew', async () => {
    const { store, removals, events } = await stage();
    const ids = await putMany(store, 300);
    await removals.remove(ids);
    expect(events).toEqual([{ type: 'deliveries.reset' }]);
    const { restored, ids: named } = await removals.undo(null);
    expect([restored, named]).toEqual([300, ids.slice(-200)]);
  });

  it('is gone for good when its time is over', async () => {
    const { store, removals, pass } = await stage();
    const ids = await putMany(store, 3);
    const { removal } = await removals.clear(null);
    await pass();
    await expect(removals.undo(removal)).rejects.toMatchObject({ code: 'not-found' });
    await expect(removals.undo(null)).rejects.toThrow('There is nothing to undo');
    expect((await store.restore(Number(removal))).ids).toEqual([]);
    expect(await store.getSummary(ids[0]!)).toBeNull();
  });

  it('is undone the last one first', async () => {
    const { store, removals } = await stage();
    const [a, b, c] = await putMany(store, 3);
    await removals.remove([a!]);
    await removals.remove([b!]);
    expect((await removals.undo(null)).ids).toEqual([b]);
    expect((await removals.undo(null)).ids).toEqual([a]);
    expect(await allPages(store, {})).toEqual([c, b, a]);
  });

  it('of nothing leaves nothing to undo', async () => {
    const { removals, waiting } = await stage();
    expect(await removals.clear(null)).toEqual({ removed: 0, removal: null, undoUntil: null });
    expect(waiting.size).toBe(0);
    await expect(removals.undo(null)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('after a stop or a crash', () => {
  it('what was removed does not come back, and what was not is there', async () => {
    const dataDir = tempDir();
    const first = await testEngine({ dataDir });
    for (const path of ['/a', '/b', '/c']) {
      await fetch(first.receiverUrl + path, { method: 'POST', body: '{}' });
    }
    const [a, b] = [await first.delivery(0), await first.delivery(1)];
    const { removal } = await first.call('deliveries.remove', { ids: [a.id, b.id] });
    await first.stop();

    const again = await testEngine({ dataDir });
    const { items, total } = await again.call('deliveries.list', {});
    expect([items.map(({ target }) => target), total]).toEqual([['/c'], 1]);
    await expect(
      again.call('deliveries.undoRemove', { removal: removal ?? '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await again.stop();

    const { store } = await openTestStore({ dataDir });
    expect(await store.purge(null)).toBe(0);
    expect(await allPages(store, {})).toEqual([items[0]?.id]);
  });
});
