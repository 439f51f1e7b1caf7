import { describe, expect, it } from 'vitest';
import { everything } from '../../../src/renderer/state/scope.ts';
import { createStream, indexOf, rowAt, rowCount } from '../../../src/renderer/state/stream.ts';
import type { DeliverySummary } from '../../../src/shared/model.ts';
import {
  deliveries,
  delivery,
  handClock,
  idOf,
  ListedHost,
  numberOf,
  settled,
} from './listed-host.ts';

async function opened(rows: DeliverySummary[], scope = everything) {
  const host = new ListedHost(rows);
  const clock = handClock();
  const stream = createStream(host.call, clock.later);
  stream.getState().show(scope, '');
  await settled();
  const top = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const row = rowAt(stream.getState(), i);
      return row === undefined ? null : numberOf(row);
    });
  return { host, clock, stream, top, state: () => stream.getState() };
}

describe('the live list', () => {
  it('shows the newest first, and how many there are', async () => {
    const { state, top } = await opened(deliveries(1204));
    expect(rowCount(state())).toBe(1204);
    expect(top(3)).toEqual([1204, 1203, 1202]);
    expect(state().loaded).toBe(true);
  });

  it('shows an arrival at once while it is at its top and nothing is selected', async () => {
    const { host, state, top } = await opened(deliveries(3));
    state().applyEvents([host.receive()]);
    expect(top(2)).toEqual([4, 3]);
    expect(state().pending.count).toBe(0);
  });

  it('counts arrivals behind the pill while a delivery is being read', async () => {
    const { host, state, top } = await opened(deliveries(3));
    state().setReading(true);
    const shown = state().window;
    state().applyEvents([host.receive(), host.receive()]);
    expect(state().window).toBe(shown);
    expect(state().pending.count).toBe(2);
    state().reveal();
    expect(top(3)).toEqual([5, 4, 3]);
    expect(state().pending.count).toBe(0);
  });

  it('counts arrivals behind the pill while it is scrolled, and shows them back at the top', async () => {
    const { host, state, top } = await opened(deliveries(300));
    state().setAtTop(false);
    state().applyEvents([host.receive()]);
    expect(top(1)).toEqual([300]);
    state().setAtTop(true);
    expect(top(1)).toEqual([301]);
  });

  it('goes to its top whenever what waits is shown', async () => {
    const { host, state } = await opened(deliveries(3));
    const before = state().toTop;
    state().setReading(true);
    state().applyEvents([host.receive()]);
    state().reveal();
    expect(state().toTop).toBe(before + 1);
  });

  it('asks for the newest again when more arrived than it was told of', async () => {
    const { host, state, top, clock } = await opened(deliveries(100));
    clock.advance(1000);
    host.rows = deliveries(1500);
    state().applyEvents([{ type: 'deliveries.added', items: [delivery(1500)], skipped: 1399 }]);
    await settled();
    expect(rowCount(state())).toBe(1500);
    expect(top(3)).toEqual([1500, 1499, 1498]);
  });

  it('asks at most four times a second however much arrives', async () => {
    const { host, state, clock } = await opened(deliveries(100));
    clock.advance(1000);
    const before = host.asked.length;
    for (let i = 0; i < 100; i++) {
      const { items } = host.receive() as { items: DeliverySummary[] };
      state().applyEvents([{ type: 'deliveries.added', items, skipped: 10 }]);
      await settled();
      clock.advance(10);
      await settled();
    }
    expect(host.asked.length - before).toBeLessThanOrEqual(5);
    expect(host.asked.length - before).toBeGreaterThanOrEqual(3);
  });

  it('does not lose what arrives while the first page is on its way', async () => {
    const host = new ListedHost(deliveries(5));
    const stream = createStream(host.call, handClock().later);
    host.held = true;
    stream.getState().show(everything, '');
    stream.getState().applyEvents([host.receive()]);
    host.answer();
    await settled();
    expect(rowCount(stream.getState())).toBe(6);
    expect(rowAt(stream.getState(), 0)?.id).toBe(idOf(6));
  });

  it('fetches what is scrolled to, in its place', async () => {
    const { state, host } = await opened(deliveries(100_000));
    state().setAtTop(false);
    state().setVisible(60_000, 60_020);
    await settled();
    expect(rowAt(state(), 60_010)?.id).toBe(idOf(100_000 - 60_010));
    expect(host.asked.length).toBeLessThan(5);
  });

  it('fetches the right rows also after others arrived and were not shown', async () => {
    const { host, state } = await opened(deliveries(1000));
    state().setReading(true);
    for (let i = 0; i < 30; i++) state().applyEvents([host.receive()]);
    state().setVisible(500, 520);
    await settled();
    expect(rowAt(state(), 510)?.id).toBe(idOf(490));
  });

  it('drops a page that was asked for before rows moved', async () => {
    const { host, state } = await opened(deliveries(1000));
    state().setReading(true);
    host.held = true;
    state().setVisible(500, 520);
    state().applyEvents([host.remove(999)]);
    host.held = false;
    host.answer();
    await settled();
    expect(rowAt(state(), 510)?.id).toBe(idOf(489));
  });

  it('puts a changed row in place and leaves the others as they were', async () => {
    const { state } = await opened(deliveries(5));
    const others = [0, 1, 3, 4].map((index) => rowAt(state(), index));
    state().applyEvents([{ type: 'deliveries.changed', items: [delivery(3, { pinned: true })] }]);
    expect(rowAt(state(), 2)?.pinned).toBe(true);
    expect([0, 1, 3, 4].map((index) => rowAt(state(), index))).toEqual(others);
  });

  it('closes the gap of a removed row', async () => {
    const { host, state, top } = await opened(deliveries(5));
    state().applyEvents([host.remove(4)]);
    expect(top(4)).toEqual([5, 3, 2, 1]);
    expect(indexOf(state(), idOf(3))).toBe(1);
  });

  it('counts anew, without moving, when rows went that it does not hold', async () => {
    const { host, state, clock } = await opened(deliveries(1000));
    clock.advance(1000);
    state().setReading(true);
    state().applyEvents([host.receive()]);
    const gone = Array.from({ length: 400 }, (_, i) => i + 1);
    state().applyEvents([host.remove(...gone)]);
    await settled();
    expect(rowCount(state())).toBe(600);
    expect(rowAt(state(), 0)?.id).toBe(idOf(1000));
    expect(state().pending.count).toBe(1);
  });

  it('stands still when everything old went while it is being read', async () => {
    const { host, state, clock } = await opened(deliveries(1000));
    clock.advance(1000);
    state().setAtTop(false);
    state().setVisible(300, 320);
    await settled();
    host.receive();
    host.rows = host.rows.slice(0, 501);
    state().applyEvents([{ type: 'deliveries.reset' }]);
    expect(rowAt(state(), 310)?.id).toBe(idOf(690));
    await settled();
    expect(rowAt(state(), 310)?.id).toBe(idOf(690));
    expect(rowCount(state())).toBe(500);
    expect(state().pending.count).toBe(1);
  });

  it('is empty once everything was cleared', async () => {
    const { host, state, clock } = await opened(deliveries(300));
    clock.advance(1000);
    host.rows = [];
    state().applyEvents([{ type: 'deliveries.reset' }]);
    await settled();
    expect(rowCount(state())).toBe(0);
    state().applyEvents([host.receive()]);
    expect(rowCount(state())).toBe(1);
  });

  it('shows only what belongs to its endpoint', async () => {
    const rows = deliveries(10).map((row) => ({
      ...row,
      endpointId: numberOf(row) % 2 === 0 ? 'even' : 'odd',
    }));
    const { host, state, top } = await opened(rows, { endpointId: 'even', only: null });
    expect(top(2)).toEqual([10, 8]);
    state().applyEvents([
      host.receive({ endpointId: 'odd' }),
      host.receive({ endpointId: 'even' }),
    ]);
    expect(top(2)).toEqual([12, 10]);
  });

  it('begins anew with another scope', async () => {
    const rows = deliveries(10).map((row, i) =>
      i === 4 ? { ...row, verdict: { status: 'failed' as const, reason: null } } : row,
    );
    const { state, top } = await opened(rows);
    state().show({ endpointId: null, only: 'failed' }, '');
    expect(rowCount(state())).toBe(0);
    expect(state().loaded).toBe(false);
    await settled();
    expect(top(1)).toEqual([6]);
  });

  it('takes in a delivery that is pinned while the pinned are shown', async () => {
    const { host, state, top, clock } = await opened(deliveries(10), {
      endpointId: null,
      only: 'pinned',
    });
    clock.advance(1000);
    const pinned = delivery(4, { pinned: true });
    host.rows = host.rows.map((row) => (row.id === pinned.id ? pinned : row));
    state().applyEvents([{ type: 'deliveries.changed', items: [pinned] }]);
    await settled();
    expect(top(1)).toEqual([4]);
  });

  it('says why it could not be loaded, and tries again by itself', async () => {
    const host = new ListedHost(deliveries(3));
    const clock = handClock();
    const stream = createStream(host.call, clock.later);
    host.broken = 'The disk is full.';
    stream.getState().show(everything, '');
    await settled();
    expect(stream.getState().error).toBe('The disk is full.');
    host.broken = null;
    clock.advance(2000);
    await settled();
    expect(stream.getState().error).toBeNull();
    expect(rowCount(stream.getState())).toBe(3);
  });

  it('keeps its place over a reconnect while something is being read', async () => {
    const { host, state } = await opened(deliveries(300));
    state().setReading(true);
    host.receive();
    state().reload();
    await settled();
    expect(rowAt(state(), 0)?.id).toBe(idOf(300));
    expect(state().pending.count).toBe(1);
  });

  it('fetches a single row that a key jumps to', async () => {
    const { state } = await opened(deliveries(5000));
    expect((await state().loadRow(4999))?.id).toBe(idOf(1));
    expect((await state().loadRow(0))?.id).toBe(idOf(5000));
    expect(await state().loadRow(5000)).toBeNull();
  });
});

describe('a search', () => {
  const searched = async (rows: DeliverySummary[], query: string) => {
    const opening = await opened(rows);
    opening.state().show(everything, query);
    opening.clock.advance(150);
    await settled();
    return opening;
  };

  it('waits until typing has stopped', async () => {
    const { host, state, clock } = await opened(deliveries(30));
    const before = host.asked.length;
    for (const typed of ['h', 'ho', 'hoo']) state().show(everything, typed);
    clock.advance(149);
    expect(host.asked.length).toBe(before);
    clock.advance(1);
    await settled();
    expect(host.asked.slice(before).map(({ query }) => query)).toEqual(['hoo']);
  });

  it('shows what was found', async () => {
    const { state, top } = await searched(deliveries(30), '/hooks/2');
    expect(rowCount(state())).toBe(11);
    expect(top(2)).toEqual([29, 28]);
    expect(state().search?.status).toBe('done');
  });

  it('goes on over short answers until the screen is full', async () => {
    const host = new ListedHost(deliveries(2000));
    host.searchPage = 150;
    const clock = handClock();
    const stream = createStream(host.call, clock.later);
    stream.getState().show(everything, '');
    stream.getState().show(everything, '7');
    clock.advance(150);
    await settled();
    expect(rowCount(stream.getState())).toBeGreaterThan(60);
    expect(stream.getState().search?.status).toBe('more');
    const found = rowCount(stream.getState());
    stream.getState().setVisible(found - 10, found);
    await settled();
    expect(rowCount(stream.getState())).toBeGreaterThan(found);
  });

  it('is honest when nothing is found, however long it took', async () => {
    const { host, state, clock } = await opened(deliveries(500));
    host.searchPage = 100;
    state().show(everything, 'nowhere');
    clock.advance(150);
    await settled();
    expect(state().search).toMatchObject({ rows: [], fresh: true, status: 'done' });
  });

  it('ignores the answer to an earlier question', async () => {
    const { host, state, clock, top } = await opened(deliveries(30));
    host.held = true;
    state().show(everything, '/hooks/1');
    clock.advance(150);
    host.held = false;
    state().show(everything, '/hooks/30');
    clock.advance(150);
    await settled();
    host.answer();
    await settled();
    expect(top(1)).toEqual([30]);
    expect(rowCount(state())).toBe(1);
  });

  it('takes in what arrives and fits, and nothing else', async () => {
    const { host, state, top } = await searched(deliveries(30), '/hooks/3');
    state().applyEvents([host.receive(), host.receive({ target: '/other' })]);
    await settled();
    expect(top(3)).toEqual([31, 30, 3]);
    expect(rowCount(state())).toBe(3);
  });

  it('lets what arrives and fits wait behind the pill while a delivery is being read', async () => {
    const { host, state, top } = await searched(deliveries(30), '/hooks/3');
    state().setReading(true);
    state().applyEvents([host.receive(), host.receive({ target: '/other' })]);
    await settled();
    expect(state().search?.waiting).toHaveLength(1);
    expect(top(1)).toEqual([30]);
    state().reveal();
    expect(top(2)).toEqual([31, 30]);
    expect(state().search?.waiting).toEqual([]);
  });

  it('shows what waited once nothing is being read any more', async () => {
    const { host, state, top } = await searched(deliveries(30), '/hooks/3');
    state().setAtTop(false);
    state().applyEvents([host.receive()]);
    await settled();
    expect(top(1)).toEqual([30]);
    state().setAtTop(true);
    expect(top(1)).toEqual([31]);
  });

  it('takes in what fits only after it changed, and lets go of what fits no more', async () => {
    const { host, state, top, clock } = await searched(deliveries(30), '/hooks/3');
    const change = async (number: number, target: string) => {
      const changed = delivery(number, { target });
      host.rows = host.rows.map((row) => (row.id === changed.id ? changed : row));
      state().applyEvents([{ type: 'deliveries.changed', items: [changed] }]);
      await settled();
      clock.advance(250);
      await settled();
    };
    await change(12, '/hooks/3?');
    expect(top(3)).toEqual([30, 12, 3]);
    await change(30, '/elsewhere');
    expect(top(2)).toEqual([12, 3]);
  });

  it('asks at most four times a second however much arrives', async () => {
    const { host, state, clock, top } = await searched(deliveries(30), '/hooks/');
    clock.advance(1000);
    const asked = () => host.asked.filter(({ query }) => query !== undefined).length;
    const before = asked();
    for (let i = 0; i < 100; i++) {
      const { items } = host.receive() as { items: DeliverySummary[] };
      state().applyEvents([{ type: 'deliveries.added', items, skipped: i % 2 }]);
      await settled();
      clock.advance(10);
      await settled();
    }
    expect(asked() - before).toBeLessThanOrEqual(5);
    clock.advance(250);
    await settled();
    expect(top(2)).toEqual([130, 129]);
  });

  it('begins from the top when more came than it can follow, without a gap in what it shows', async () => {
    const { host, state, clock, top } = await searched(deliveries(30), '/hooks/');
    clock.advance(1000);
    host.rows = deliveries(500);
    state().applyEvents([{ type: 'deliveries.added', items: [delivery(500)], skipped: 469 }]);
    await settled();
    expect(top(2)).toEqual([500, 499]);
    expect(rowCount(state())).toBe(100);
    state().setVisible(80, 99);
    await settled();
    expect(rowAt(state(), 150)?.id).toBe(idOf(350));
  });

  it('says that there may be more when more came than it can follow while it is read', async () => {
    const { host, state } = await searched(deliveries(30), '/hooks/');
    state().setReading(true);
    host.rows = deliveries(500);
    state().applyEvents([{ type: 'deliveries.added', items: [delivery(500)], skipped: 469 }]);
    await settled();
    expect(state().search?.stale).toBe(true);
    expect(rowCount(state())).toBe(30);
    state().reveal();
    await settled();
    expect(state().search?.stale).toBe(false);
    expect(rowAt(state(), 0)?.id).toBe(idOf(500));
  });

  it('keeps what was found last while the filter cannot be read', async () => {
    const { host, state, clock } = await searched(deliveries(30), '/hooks/2');
    const before = host.asked.length;
    state().show(everything, 'is:pined');
    clock.advance(1000);
    await settled();
    expect(host.asked.length).toBe(before);
    expect(rowCount(state())).toBe(11);
    expect(state().search?.query).toBe('/hooks/2');
  });

  it('keeps its results when old deliveries go, and says that it may be out of date', async () => {
    const { state } = await searched(deliveries(30), '/hooks/2');
    state().applyEvents([{ type: 'deliveries.reset' }]);
    expect(rowCount(state())).toBe(11);
    expect(state().search?.stale).toBe(true);
  });

  it('follows changes and removals of what was found', async () => {
    const { host, state, top } = await searched(deliveries(30), '/hooks/2');
    state().applyEvents([
      { type: 'deliveries.changed', items: [delivery(28, { pinned: true })] },
      host.remove(29),
    ]);
    expect(top(1)).toEqual([28]);
    expect(rowAt(state(), 0)?.pinned).toBe(true);
  });

  it('gives way to the live list, which went on meanwhile', async () => {
    const { host, state, top } = await searched(deliveries(30), '/hooks/2');
    state().applyEvents([host.receive()]);
    state().show(everything, '');
    expect(state().search).toBeNull();
    expect(top(2)).toEqual([31, 30]);
  });

  it('says why it broke off', async () => {
    const { host, state, clock } = await opened(deliveries(30));
    host.broken = 'The store is closed.';
    state().show(everything, 'x');
    clock.advance(150);
    await settled();
    expect(state().search).toMatchObject({ status: 'error', error: 'The store is closed.' });
  });
});
