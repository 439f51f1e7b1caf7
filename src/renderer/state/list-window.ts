// The part of the list that is held: a few pages out of any number of rows. Pure functions.
//
// Rows have positions that grow towards the old. New rows are put before `top` with smaller (negative)
// positions, so that what is already there keeps its own. `anchor` is the newest shown row: every page
// is asked for as "so many rows after the anchor", which later arrivals do not disturb.

import type { DeliveryPage } from '../../shared/contract.ts';
import type { DeliverySummary } from '../../shared/model.ts';

export const PAGE = 100;
const MAX_PAGES = 40;
/** Rows beyond the visible ones that are fetched ahead. */
const AHEAD = 40;

type Rows = readonly (DeliverySummary | undefined)[];

export interface ListWindow {
  /** Position of the newest shown row, which is the anchor. */
  top: number;
  /** One past the position of the oldest. */
  end: number;
  anchor: DeliverySummary | null;
  pages: ReadonlyMap<number, Rows>;
  /** Pages that are shown as they were but have to be asked for again. */
  stale: ReadonlySet<number>;
}

/** What to ask for: `limit` rows, `offset` rows after `cursor`; they belong at `position` and on. */
export interface PageRequest {
  cursor: string;
  offset: number;
  limit: number;
  position: number;
}

export const emptyWindow: ListWindow = {
  top: 0,
  end: 0,
  anchor: null,
  pages: new Map(),
  stale: new Set(),
};

const pageOf = (position: number): number => Math.floor(position / PAGE);

/** Ids grow with time: negative when `a` came before `b`. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function countRows(window: ListWindow): number {
  return window.end - window.top;
}

/** The row at an index counted from the newest; undefined when it is not loaded. */
export function rowAtIndex(window: ListWindow, index: number): DeliverySummary | undefined {
  return rowAtPosition(window, window.top + index);
}

/** The row at a position; undefined when it is not loaded. */
export function rowAtPosition(window: ListWindow, position: number): DeliverySummary | undefined {
  const page = pageOf(position);
  return window.pages.get(page)?.[position - page * PAGE];
}

/** The index of a loaded row; -1 when it is not there. */
export function indexOfRow(window: ListWindow, id: string): number {
  for (const [page, rows] of window.pages) {
    const slot = rows.findIndex((row) => row?.id === id);
    if (slot !== -1) return page * PAGE + slot - window.top;
  }
  return -1;
}

/** A window that begins with the first page of a list. */
export function windowFrom(page: DeliveryPage): ListWindow {
  const { items, nextCursor, total } = page;
  const [anchor] = items;
  if (anchor === undefined) return emptyWindow;
  const end = nextCursor === null ? items.length : Math.max(total ?? 0, items.length);
  return { top: 0, end, anchor, pages: withRows(new Map(), 0, items), stale: new Set() };
}

/** Copies the pages that `rows` fall into and puts them there. */
function withRows(
  pages: ReadonlyMap<number, Rows>,
  position: number,
  rows: readonly DeliverySummary[],
): Map<number, Rows> {
  const next = new Map(pages);
  const copies = new Map<number, (DeliverySummary | undefined)[]>();
  rows.forEach((row, i) => {
    const page = pageOf(position + i);
    let copy = copies.get(page);
    if (copy === undefined) {
      copy = [...(next.get(page) ?? new Array<DeliverySummary | undefined>(PAGE).fill(undefined))];
      copies.set(page, copy);
      next.set(page, copy);
    }
    copy[position + i - page * PAGE] = row;
  });
  return next;
}

/** Drops the pages furthest from `position` beyond the most that is held. */
function bounded(pages: Map<number, Rows>, position: number): Map<number, Rows> {
  if (pages.size <= MAX_PAGES) return pages;
  const near = pageOf(position);
  const byDistance = [...pages.keys()].sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  for (const page of byDistance.slice(MAX_PAGES)) pages.delete(page);
  return pages;
}

/** The loaded rows from the newest on, without a gap, at most one page of them. */
function headOf(window: ListWindow): DeliverySummary[] {
  const head: DeliverySummary[] = [];
  while (head.length < PAGE && head.length < countRows(window)) {
    const row = rowAtPosition(window, window.top + head.length);
    if (row === undefined) break;
    head.push(row);
  }
  return head;
}

/**
 * Shows newly arrived rows. Those that are there already are replaced; one that comes late finds its
 * place among the newest; one older than those is taken to be in the list already.
 */
export function addNewest(window: ListWindow, items: readonly DeliverySummary[]): ListWindow {
  const head = headOf(window);
  const wholeList = head.length === countRows(window);
  const oldest = head.at(-1);
  const byId = new Map(head.map((row) => [row.id, row]));
  for (const item of items) {
    const placeable = wholeList || (oldest !== undefined && compareIds(item.id, oldest.id) >= 0);
    if (placeable || (window.anchor !== null && compareIds(item.id, window.anchor.id) > 0)) {
      byId.set(item.id, item);
    }
  }
  const merged = [...byId.values()].sort((a, b) => compareIds(b.id, a.id));
  const [anchor] = merged;
  if (anchor === undefined) return window;
  const top = window.top - (merged.length - head.length);
  const pages = bounded(withRows(window.pages, top, merged), top);
  return { ...window, top, anchor, pages };
}

/** Puts changed rows in place of their earlier state. The same window when it holds none of them. */
export function replaceRows(window: ListWindow, items: readonly DeliverySummary[]): ListWindow {
  const changes = new Map(items.map((item) => [item.id, item]));
  const pages = new Map(window.pages);
  let found = false;
  for (const [page, rows] of window.pages) {
    if (!rows.some((row) => row !== undefined && changes.has(row.id))) continue;
    found = true;
    pages.set(
      page,
      rows.map((row) => (row === undefined ? row : (changes.get(row.id) ?? row))),
    );
  }
  if (!found) return window;
  const { anchor } = window;
  return { ...window, pages, anchor: anchor && (changes.get(anchor.id) ?? anchor) };
}

/** Takes rows out and closes the gaps. `unknown` ids are not loaded: the caller has to refresh. */
export function removeRows(
  window: ListWindow,
  ids: readonly string[],
): { window: ListWindow; unknown: string[] } {
  const wanted = new Set(ids);
  const kept: [number, DeliverySummary][] = [];
  const gone: number[] = [];
  for (const [page, rows] of window.pages) {
    rows.forEach((row, slot) => {
      if (row === undefined) return;
      const position = page * PAGE + slot;
      if (wanted.delete(row.id)) gone.push(position);
      else kept.push([position, row]);
    });
  }
  const unknown = [...wanted];
  if (gone.length === 0) return { window, unknown };
  gone.sort((a, b) => a - b);
  let pages = new Map<number, Rows>();
  for (const [position, row] of kept.sort(([a], [b]) => a - b)) {
    const before = gone.filter((removed) => removed < position).length;
    pages = placed(pages, position - before, row);
  }
  const end = window.end - gone.length;
  if (end === window.top) return { window: emptyWindow, unknown };
  const stale = new Set(window.stale.size === 0 ? [] : pages.keys());
  const closed: ListWindow = { ...window, end, pages, stale };
  // Without its newest row there is nothing to count from: the caller refreshes.
  const anchor = rowAtPosition(closed, window.top);
  if (anchor === undefined) return { window, unknown: [...ids] };
  return { window: { ...closed, anchor }, unknown };
}

/** Puts one row into pages that only this function's caller has. */
function placed(
  pages: Map<number, Rows>,
  position: number,
  row: DeliverySummary,
): Map<number, Rows> {
  const page = pageOf(position);
  const rows = (pages.get(page) as (DeliverySummary | undefined)[] | undefined) ?? [];
  if (rows.length === 0) rows.length = PAGE;
  rows[position - page * PAGE] = row;
  pages.set(page, rows);
  return pages;
}

/** What is missing for the rows with the indexes `first` to `last` to be shown; null when nothing is. */
export function nextRequest(window: ListWindow, first: number, last: number): PageRequest | null {
  const { anchor, top, end } = window;
  if (anchor === null) return null;
  const from = Math.max(top, top + first - AHEAD);
  const to = Math.min(end - 1, top + last + AHEAD);
  const middle = pageOf(top + Math.floor((first + last) / 2));
  const wanted: number[] = [];
  for (let page = pageOf(from); page <= pageOf(to); page++) wanted.push(page);
  wanted.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  for (const page of wanted) {
    const start = Math.max(page * PAGE, top);
    const stop = Math.min((page + 1) * PAGE, end);
    if (!window.stale.has(page) && isLoaded(window, start, stop)) continue;
    const position = Math.max(start, top + 1);
    // At least one row is asked for: an anchor alone on its page is put back by the answer.
    const limit = Math.max(stop - position, 1);
    return { cursor: anchor.id, offset: position - top - 1, limit, position };
  }
  return null;
}

function isLoaded(window: ListWindow, start: number, stop: number): boolean {
  for (let position = start; position < stop; position++) {
    if (rowAtPosition(window, position) === undefined) return false;
  }
  return true;
}

/** Puts an answer in its place. Fewer rows than asked for mean that the list ends there. */
export function putPage(window: ListWindow, asked: PageRequest, page: DeliveryPage): ListWindow {
  const rows = page.items.slice(0, asked.limit);
  const { anchor, top } = window;
  let pages = withRows(window.pages, asked.position, rows);
  if (anchor !== null && pageOf(top) === pageOf(asked.position))
    pages = withRows(pages, top, [anchor]);
  const ended = rows.length < asked.limit || page.nextCursor === null;
  const end = ended ? asked.position + rows.length : window.end;
  const stale = new Set(window.stale);
  stale.delete(pageOf(asked.position));
  return { ...window, end, pages: bounded(pages, asked.position), stale };
}

/**
 * Counts anew from a fresh look at the list that began `offset` rows below its newest, without showing
 * anything newer than the anchor. Pages other than the fresh one are shown as they were until they are
 * asked for again. Null when the anchor's place could not be found.
 */
export function realigned(
  window: ListWindow,
  page: DeliveryPage,
  offset: number,
): { window: ListWindow; newer: number } | null {
  const { anchor: old, top } = window;
  if (old === null) return null;
  const first = page.items.findIndex((row) => compareIds(row.id, old.id) <= 0);
  if (first === -1) {
    if (page.nextCursor !== null) return null;
    return { window: emptyWindow, newer: offset + page.items.length };
  }
  // The look began below the anchor's place, so rows that belong above may be missing from it.
  if (first === 0 && offset > 0 && page.items[0]?.id !== old.id) return null;
  const rows = page.items.slice(first);
  const newer = offset + first;
  const [anchor] = rows;
  if (anchor === undefined) return null;
  const length = page.nextCursor === null ? rows.length : (page.total ?? 0) - newer;
  const end = top + Math.max(length, rows.length);
  const pages = withRows(window.pages, top, rows);
  const stale = new Set(pages.keys());
  return { window: { top, end, anchor, pages: bounded(pages, top), stale }, newer };
}
