import { describe, expect, it } from 'vitest';
import {
  addArrivals,
  addPending,
  noArrivals,
  nothingPending,
  removePending,
  replaceArrivals,
  replacePending,
} from '../../../src/renderer/state/pending.ts';
import { delivery, idOf } from './listed-host.ts';

describe('what waits behind the pill', () => {
  it('is counted once and held newest first', () => {
    const one = addPending(nothingPending, [delivery(1)], 0);
    const two = addPending(one, [delivery(3), delivery(2), delivery(1)], 0);
    expect(two.count).toBe(3);
    expect(two.rows?.map(({ id }) => id)).toEqual([3, 2, 1].map(idOf));
  });

  it('is only counted once it has gaps', () => {
    const pending = addPending(nothingPending, [delivery(9)], 5);
    expect(pending).toEqual({ count: 6, exact: true, rows: null });
    expect(addPending(pending, [delivery(10)], 0)).toEqual({ count: 7, exact: true, rows: null });
  });

  it('says when it does not know how many there are', () => {
    expect(addPending(nothingPending, [], null)).toEqual({ count: 0, exact: false, rows: null });
  });

  it('is not held beyond a bound', () => {
    const many = Array.from({ length: 500 }, (_, i) => delivery(500 - i));
    expect(addPending(nothingPending, many, 0)).toEqual({ count: 500, exact: true, rows: null });
  });

  it('is kept up to date', () => {
    const pending = addPending(nothingPending, [delivery(2), delivery(1)], 0);
    const changed = replacePending(pending, [delivery(2, { pinned: true })]);
    expect(changed.rows?.[0]?.pinned).toBe(true);
    expect(replacePending(pending, [delivery(7)])).toBe(pending);
    expect(removePending(pending, [idOf(2)])).toMatchObject({ count: 1 });
    expect(removePending(pending, [idOf(7)])).toBe(pending);
  });
});

describe('what arrives during a fresh look', () => {
  it('is held with its changes, up to a bound', () => {
    const some = addArrivals(noArrivals, [delivery(1)], 2);
    expect(replaceArrivals(some, [delivery(1, { pinned: true })]).items[0]?.pinned).toBe(true);
    expect(addArrivals(some, [], null).skipped).toBeNull();
    const many = Array.from({ length: 500 }, (_, i) => delivery(i));
    expect(addArrivals(some, many, 0)).toEqual({ items: [], skipped: null });
  });
});
