import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNewest,
  compareIds,
  countRows,
  emptyWindow,
  indexOfRow,
  type ListWindow,
  nextRequest,
  PAGE,
  putPage,
  realigned,
  removeRows,
  replaceRows,
  rowAtIndex,
  windowFrom,
} from '../../../src/renderer/state/list-window.ts';
import { deliveries, delivery, idOf, numberOf } from './listed-host.ts';

const firstPage = (newest: number) =>
  windowFrom({
    items: deliveries(newest).slice(0, PAGE),
    nextCursor: newest > PAGE ? idOf(newest - PAGE + 1) : null,
    total: newest,
  });

const numbers = (window: ListWindow, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => {
    const row = rowAtIndex(window, from + i);
    return row === undefined ? null : numberOf(row);
  });

/** Answers requests out of the rows from `newest` down to 1 until nothing is missing. */
function fill(window: ListWindow, first: number, last: number, newest: number): ListWindow {
  let filled = window;
  const rows = deliveries(newest);
  for (let i = 0; i < 10; i++) {
    const request = nextRequest(filled, first, last);
    if (request === null) return filled;
    const after = rows.filter(({ id }) => id < request.cursor);
    const items = after.slice(request.offset, request.offset + request.limit);
    const more = request.offset + items.length < after.length;
    filled = putPage(filled, request, { items, nextCursor: more ? 'more' : null, total: newest });
  }
  throw new Error('the window is never filled');
}

describe('a list window', () => {
  it('orders ids by age, also when they grow in length', () => {
    expect(compareIds('9', '10')).toBeLessThan(0);
    expect(compareIds('b', 'a')).toBeGreaterThan(0);
    expect(compareIds('a', 'a')).toBe(0);
  });

  it('knows how long the list is from its first page', () => {
    const window = firstPage(1204);
    expect(countRows(window)).toBe(1204);
    expect(numbers(window, 0, 3)).toEqual([1204, 1203, 1202]);
    expect(rowAtIndex(window, PAGE)).toBeUndefined();
  });

  it('asks for what is looked at, and finds every row in its place', () => {
    const window = fill(firstPage(1204), 700, 720, 1204);
    expect(numbers(window, 700, 721)).toEqual(numbers(firstPageOf(504, 21), 0, 21));
    expect(rowAtIndex(window, 400)).toBeUndefined();
  });

  it('asks for nothing while everything in sight is there', () => {
    expect(nextRequest(firstPage(1204), 0, 20)).toBeNull();
    expect(nextRequest(emptyWindow, 0, 20)).toBeNull();
  });

  it('puts new rows on top without moving those that are there', () => {
    const before = fill(firstPage(300), 150, 170, 300);
    const after = addNewest(before, [delivery(302), delivery(301)]);
    expect(countRows(after)).toBe(302);
    expect(numbers(after, 0, 4)).toEqual([302, 301, 300, 299]);
    expect(rowAtIndex(after, 152 + 2)).toBe(rowAtIndex(before, 152));
  });

  it('takes the same arrival twice as one', () => {
    const once = addNewest(firstPage(5), [delivery(6)]);
    const twice = addNewest(once, [delivery(6)]);
    expect(countRows(twice)).toBe(6);
    expect(numbers(twice, 0, 6)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('puts an arrival that comes late into its place', () => {
    const window = addNewest(firstPage(5), [delivery(8)]);
    const late = addNewest(window, [delivery(7)]);
    expect(numbers(late, 0, 4)).toEqual([8, 7, 5, 4]);
    expect(late.anchor?.id).toBe(idOf(8));
  });

  it('fetches around the rows that arrived after it was opened', () => {
    const window = addNewest(firstPage(300), [delivery(302), delivery(301)]);
    const filled = fill(window, 180, 200, 302);
    expect(numbers(filled, 180, 183)).toEqual([122, 121, 120]);
  });

  it('begins with the first arrival when it was empty', () => {
    const window = addNewest(emptyWindow, [delivery(1)]);
    expect(countRows(window)).toBe(1);
    expect(numbers(window, 0, 1)).toEqual([1]);
  });

  it('replaces only the rows that changed', () => {
    const before = firstPage(10);
    const after = replaceRows(before, [delivery(4, { pinned: true }), delivery(99)]);
    expect(rowAtIndex(after, 6)?.pinned).toBe(true);
    expect(rowAtIndex(after, 5)).toBe(rowAtIndex(before, 5));
    expect(replaceRows(before, [delivery(99)])).toBe(before);
  });

  it('closes the gap of a removed row and reports those it does not hold', () => {
    const { window, unknown } = removeRows(firstPage(300), [idOf(298), idOf(7)]);
    expect(countRows(window)).toBe(299);
    expect(numbers(window, 0, 4)).toEqual([300, 299, 297, 296]);
    expect(unknown).toEqual([idOf(7)]);
  });

  it('goes on counting from the next row when the newest is removed', () => {
    const { window } = removeRows(firstPage(300), [idOf(300)]);
    expect(window.anchor?.id).toBe(idOf(299));
    const filled = fill(window, 120, 130, 299);
    expect(numbers(filled, 120, 122)).toEqual([179, 178]);
  });

  it('is empty once its last row is removed', () => {
    const { window } = removeRows(firstPage(1), [idOf(1)]);
    expect(countRows(window)).toBe(0);
    expect(indexOfRow(window, idOf(1))).toBe(-1);
  });

  it('learns from a short answer that the list ends earlier', () => {
    const window = firstPage(300);
    const request = nextRequest(window, 290, 299);
    if (request === null) throw new Error('nothing is asked for');
    const ended = putPage(window, request, { items: [], nextCursor: null, total: 150 });
    expect(countRows(ended)).toBe(200);
  });

  it('holds a bounded number of pages however far one scrolls', () => {
    let window = firstPage(20_000);
    for (let first = 0; first < 19_000; first += 300)
      window = fill(window, first, first + 20, 20_000);
    expect(window.pages.size).toBeLessThanOrEqual(40);
    expect(numbers(fill(window, 0, 5, 20_000), 0, 2)).toEqual([20_000, 19_999]);
  });

  it('finds its place again among rows that arrived and went meanwhile', () => {
    const window = fill(firstPage(300), 100, 120, 300);
    const rows = deliveries(305).filter((row) => numberOf(row) > 50);
    const found = realigned(window, { items: rows.slice(3, 103), nextCursor: 'x', total: 255 }, 3);
    expect(found?.newer).toBe(5);
    expect(found?.window.anchor?.id).toBe(idOf(300));
    expect(found && countRows(found.window)).toBe(250);
    expect(found && nextRequest(found.window, 110, 120)).not.toBeNull();
  });

  it('says when its place is not to be found', () => {
    const items = deliveries(900).slice(0, 100);
    expect(realigned(firstPage(300), { items, nextCursor: 'x', total: 900 }, 0)).toBeNull();
  });

  it('shows the same as a plain list does after any arrivals, removals and scrolling', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat(400) }),
      fc.record({ kind: fc.constant('look' as const), at: fc.nat(400) }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 350 }),
        fc.array(step, { maxLength: 30 }),
        (size, steps) => {
          let model = deliveries(size);
          let next = size + 1;
          let window = windowFrom({
            items: model.slice(0, PAGE),
            nextCursor: size > PAGE ? 'more' : null,
            total: size,
          });
          for (const { kind, ...rest } of steps) {
            if (kind === 'add' && 'count' in rest) {
              const items = Array.from({ length: rest.count }, () => delivery(next++)).reverse();
              model = [...items, ...model];
              window = addNewest(window, items);
            } else if (kind === 'remove' && 'at' in rest) {
              const row = rowAtIndex(window, rest.at);
              if (row === undefined) continue;
              model = model.filter(({ id }) => id !== row.id);
              const removed = removeRows(window, [row.id]);
              if (removed.unknown.length === 0) window = removed.window;
              else
                window = windowFrom({
                  items: model.slice(0, PAGE),
                  nextCursor: 'more',
                  total: model.length,
                });
            } else if ('at' in rest) {
              for (;;) {
                const request = nextRequest(window, rest.at, rest.at + 20);
                if (request === null) break;
                const after = model.filter(({ id }) => id < request.cursor);
                const items = after.slice(request.offset, request.offset + request.limit);
                const more = request.offset + items.length < after.length;
                const page = { items, nextCursor: more ? 'more' : null, total: model.length };
                window = putPage(window, request, page);
              }
            }
            expect(countRows(window)).toBe(model.length);
            model.forEach((row, index) => {
              const shown = rowAtIndex(window, index);
              if (shown !== undefined) expect(shown.id).toBe(row.id);
            });
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function firstPageOf(newest: number, count: number): ListWindow {
  return windowFrom({ items: deliveries(newest).slice(0, count), nextCursor: null, total: null });
}
