// The search: from the newest delivery down, in windows, until the page is full, or something was
// found and a fifth of a second is over, or nothing is left.

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { type DeliveryRow, SUMMARY_SELECTION, summaryOf } from '../rows.ts';
import type { Page, SearchAsk } from '../threads/protocol.ts';
import { prepareFileTests } from './query/in-files.ts';
import { type Plan, planOf } from './query/plan.ts';
import type { SqlValue } from './query/sql.ts';
import { createWindows, ROW_WINDOW, takeTurns, type Window } from './windows.ts';

/** What was found is shown after this long, even when the page is not full. */
const SHOW_AFTER_MS = 200;

export interface SearchOptions {
  db: DatabaseSyncInstance;
  bodyPath: (id: number) => string;
  /** Monotonic, ms. */
  now: () => number;
}

export type Search = (ask: SearchAsk, signal: AbortSignal) => Promise<Page>;

/** The statements of one search. */
interface Scan {
  /** The next rows below an id; null when there are none left that could fit. */
  window(below: number): Window | null;
  inDatabase(window: Window, limit: number): number[];
  /** Those of the window whose body is in a file that has to be looked into, newest first. */
  spooled(window: Window): number[];
  inFile(id: number, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

export function createSearch(options: SearchOptions): Search {
  const { db, now } = options;
  const windows = { messages: createWindows(db), rows: createWindows(db, ROW_WINDOW) };
  const summary = db.prepare(`SELECT ${SUMMARY_SELECTION} FROM deliveries AS d WHERE d.id = ?`);

  async function find(ask: SearchAsk, from: number, scan: Scan, signal: AbortSignal) {
    const showAt = now() + SHOW_AFTER_MS;
    const isLate = () => now() >= showAt;
    const found: number[] = [];
    for (let below = from; ; ) {
      const window = scan.window(below);
      if (!window) return { found, next: null };
      const inDatabase = scan.inDatabase(window, ask.limit - found.length);
      // A file takes its time: once there is something to show, the window may end at one.
      const mayEnd = (newest: number | undefined, at: number) =>
        isLate() && (found.length > 0 || (newest !== undefined && newest >= at));
      const part = await withFiles(inDatabase, window, scan, mayEnd, signal);
      found.push(...part.found.slice(0, ask.limit - found.length));
      if (found.length === ask.limit) return { found, next: found.at(-1) ?? null };
      if (found.length > 0 && isLate()) return { found, next: part.reached };
      below = part.reached;
      await takeTurns(signal);
    }
  }

  return async (ask, signal) => {
    const plan = planOf(ask.query, ask, ask.context, ask.ids);
    const scan = prepareScan(options, plan, ask, plan.onMessages ? windows.messages : windows.rows);
    try {
      for (let from = startOf(ask); ; ) {
        const { found, next } = await find(ask, from, scan, signal);
        const rows: (DeliveryRow | undefined)[] = found.map((id) => summary.get(id));
        // A row may have been removed since it was found, and a page without any means the end.
        const items = rows.flatMap((row) => (row ? summaryOf(row) : []));
        if (items.length > 0 || next === null) return { items, next, total: null };
        from = next;
      }
    } finally {
      scan.close();
    }
  };
}

/** The id below which to begin. */
function startOf({ cursor, ids }: SearchAsk): number {
  const newest = ids === null ? Number.MAX_SAFE_INTEGER : Math.max(0, ...ids) + 1;
  return Math.min(cursor ?? Number.MAX_SAFE_INTEGER, newest);
}

/** Adds what is in the files of a window; `reached` is the id down to which all was looked at. */
async function withFiles(
  inDatabase: readonly number[],
  window: Window,
  scan: Scan,
  mayEnd: (newest: number | undefined, at: number) => boolean,
  signal: AbortSignal,
): Promise<{ found: number[]; reached: number }> {
  if (window.spooled === 0) return { found: [...inDatabase], reached: window.low };
  const known = new Set(inDatabase);
  const inFile: number[] = [];
  let reached = window.low;
  for (const id of scan.spooled(window)) {
    if (!known.has(id) && (await scan.inFile(id, signal))) inFile.push(id);
    if (!mayEnd(inFile.length > 0 ? id : inDatabase[0], id)) continue;
    reached = id;
    break;
  }
  const found = [...inDatabase, ...inFile].filter((id) => id >= reached).sort((a, b) => b - a);
  return { found, reached };
}

function prepareScan(
  { db, bodyPath }: SearchOptions,
  plan: Plan,
  { after }: SearchAsk,
  nextWindow: (below: number) => Window | null,
): Scan {
  const lowest = Math.max(plan.lowest, after === null ? 0 : after + 1);
  const rows = db.prepare(scanSql(plan));
  const files = db.prepare(
    'SELECT id FROM deliveries WHERE id >= ? AND id < ? AND spooled = 1 ORDER BY id DESC',
  );
  const tests = plan.inFiles ? prepareFileTests(db, plan, bodyPath) : null;
  const ids = (statement: StatementSyncInstance, ...values: SqlValue[]) =>
    statement.all(...values).map((row: { id: number }) => row.id);
  return {
    window(below) {
      const window = below > lowest ? nextWindow(below) : null;
      if (window === null || window.high <= lowest) return null;
      const spooled = plan.inFiles ? window.spooled : 0;
      return { low: Math.max(lowest, window.low), high: window.high, spooled };
    },
    inDatabase: ({ low, high }, limit) => ids(rows, low, high, ...plan.where.parameters, limit),
    spooled: ({ low, high }) => ids(files, low, high),
    inFile: async (id, signal) => (await tests?.matches(id, signal)) ?? false,
    close() {
      rows.close();
      files.close();
      tests?.close();
    },
  };
}

/** Those whose body is in a file are looked at one by one, but for a text, which may be in their head. */
function scanSql({ where, onMessages, onMessagesOnly, inFiles }: Plan): string {
  const from = onMessagesOnly
    ? { source: 'messages AS m', id: 'm.id' }
    : { source: 'deliveries AS d', id: 'd.id' };
  // With other conditions, the small rows are looked at first.
  const join = onMessages && !onMessagesOnly ? ' CROSS JOIN messages AS m ON m.id = d.id' : '';
  const unspooled = inFiles && !onMessagesOnly ? ' AND d.spooled = 0' : '';
  return `SELECT ${from.id} AS id FROM ${from.source}${join}
    WHERE ${from.id} >= ? AND ${from.id} < ?${unspooled} AND ${where.sql}
    ORDER BY ${from.id} DESC LIMIT ?`;
}
