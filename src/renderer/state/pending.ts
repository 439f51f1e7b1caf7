// Deliveries that arrived while the list stands still: counted behind the pill, the newest few held.

import type { DeliverySummary } from '../../shared/model.ts';
import { compareIds } from './list-window.ts';

const MAX_HELD = 200;

export interface Pending {
  count: number;
  /** False when there may be more than were counted. */
  exact: boolean;
  /** All of them, newest first; null when they are too many or have gaps: the list loads anew then. */
  rows: readonly DeliverySummary[] | null;
}

export const nothingPending: Pending = { count: 0, exact: true, rows: [] };

/** Counts arrivals. `skipped` says how many more there were than `items`; null when that is not known. */
export function addPending(
  pending: Pending,
  items: readonly DeliverySummary[],
  skipped: number | null,
): Pending {
  const held = pending.rows;
  const fresh =
    held === null ? items : items.filter(({ id }) => !held.some((row) => row.id === id));
  const count = pending.count + fresh.length + (skipped ?? 0);
  const exact = pending.exact && skipped !== null;
  if (held === null || skipped !== 0 || count > MAX_HELD) return { count, exact, rows: null };
  const rows = [...fresh, ...held].sort((a, b) => compareIds(b.id, a.id));
  return { count, exact, rows };
}

/** Brings held rows up to date; the same object when none of them changed. */
export function replacePending(pending: Pending, items: readonly DeliverySummary[]): Pending {
  const { rows } = pending;
  if (rows === null || rows.length === 0) return pending;
  const changes = new Map(items.map((item) => [item.id, item]));
  if (!rows.some(({ id }) => changes.has(id))) return pending;
  return { ...pending, rows: rows.map((row) => changes.get(row.id) ?? row) };
}

/** Takes removed ones out, as far as they are held. */
export function removePending(pending: Pending, ids: readonly string[]): Pending {
  const { rows } = pending;
  if (rows === null || rows.length === 0) return pending;
  const gone = new Set(ids);
  const left = rows.filter(({ id }) => !gone.has(id));
  if (left.length === rows.length) return pending;
  return { ...pending, count: pending.count - (rows.length - left.length), rows: left };
}

/** What arrives while the list is being asked for anew. */
export interface Arrivals {
  items: readonly DeliverySummary[];
  /** How many more there were; null when that is not known. */
  skipped: number | null;
}

export const noArrivals: Arrivals = { items: [], skipped: 0 };

/** More arrivals; when they are too many to hold, only that there were more. */
export function addArrivals(
  waiting: Arrivals,
  items: readonly DeliverySummary[],
  skipped: number | null,
): Arrivals {
  const all = [...waiting.items, ...items];
  const both = waiting.skipped === null || skipped === null ? null : waiting.skipped + skipped;
  return all.length > MAX_HELD ? { items: [], skipped: null } : { items: all, skipped: both };
}

/** Brings waiting arrivals up to date. */
export function replaceArrivals(waiting: Arrivals, items: readonly DeliverySummary[]): Arrivals {
  const changes = new Map(items.map((item) => [item.id, item]));
  return { ...waiting, items: waiting.items.map((item) => changes.get(item.id) ?? item) };
}
