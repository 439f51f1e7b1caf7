import { describe, expect, it } from 'vitest';
import { MAX_MARKED, rowsBetween, rowsFromTop } from '../../../src/renderer/state/marked-rows.ts';
import { everything } from '../../../src/renderer/state/scope.ts';
import { createStream, rowAt } from '../../../src/renderer/state/stream.ts';
import { deliveries, delivery, ListedHost, numberOf } from './listed-host.ts';

async function shown(count: number, query = '') {
  const host = new ListedHost(deliveries(count));
  const stream = createStream(host.call, () => () => {});
  const loaded = new Promise<void>((resolve) => {
    stream.subscribe(({ loaded, search }) => {
      if (loaded && (query === '' || search?.status !== 'searching')) resolve();
    });
  });
  stream.getState().show(everything, query);
  await loaded;
  host.asked.length = 0;
  return { host, stream: stream.getState() };
}

const numbers = (rows: { id: string }[]) => rows.map(({ id }) => Number(id));
const downFrom = (newest: number, oldest: number) =>
  Array.from({ length: newest - oldest + 1 }, (_, n) => newest - n);

describe('the rows from one to another', () => {
  it('are those on the screen, whichever is named first', async () => {
    const { host, stream } = await shown(50);
    const [a, b] = [rowAt(stream, 3)!, rowAt(stream, 6)!];
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const { rows, capped } = await rowsBetween(host.call, stream, from, to);
      expect([numbers(rows), capped]).toEqual([[47, 46, 45, 44], false]);
    }
    expect(host.asked).toEqual([]);
  });

  it('are asked for where they are not loaded', async () => {
    const { host, stream } = await shown(2000);
    const { rows } = await rowsBetween(host.call, stream, delivery(1990), delivery(700));
    expect(numbers(rows)).toEqual(downFrom(1990, 700));
    expect(host.asked.length).toBe(3);
  });

  it('are no more than can be chosen at once', async () => {
    const { host, stream } = await shown(MAX_MARKED + 20);
    const all = await rowsFromTop(host.call, stream);
    expect([all.rows.length, all.capped]).toEqual([MAX_MARKED, true]);
    expect(numberOf(all.rows[0]!)).toBe(MAX_MARKED + 20);
  });
});

describe('all rows', () => {
  it('are those of the list, loaded or not, and not what came since', async () => {
    const { host, stream } = await shown(1200);
    host.rows = [delivery(1201), ...host.rows];
    const { rows, capped } = await rowsFromTop(host.call, stream);
    expect([numbers(rows), capped]).toEqual([downFrom(1200, 1), false]);
  });

  it('of nothing are none', async () => {
    const { host, stream } = await shown(0);
    expect(await rowsFromTop(host.call, stream)).toEqual({ rows: [], capped: false });
  });
});
