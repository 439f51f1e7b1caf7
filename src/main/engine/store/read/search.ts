// The search: from the newest delivery down, in windows, until the page is full, or something was
// found and a fifth of a second is over, or nothing is left.

import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { type DeliveryRow, SUMMARY_SELECTION, summaryOf } from '../rows.ts';
import type { Page, SearchAsk } from '../threads/protocol.ts';
import { fileContains } from './file-search.ts';
import { filterOf } from './filter.ts';
import { matchOf, needleOf } from './match.ts';
import { createWindows, takeTurns, type Window } from './windows.ts';

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
  inMessages(window: Window, limit: number): number[];
  /** Those of the window whose body is in a file, newest first. */
  spooled(window: Window): number[];
  inFile(id: number, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

export function createSearch(options: SearchOptions): Search {
  const { db, now } = options;
  const nextWindow = createWindows(db);
  const summary = db.prepare(`SELECT ${SUMMARY_SELECTION} FROM deliveries AS d WHERE d.id = ?`);

  async function find(ask: SearchAsk, from: number, scan: Scan, signal: AbortSignal) {
    const showAt = now() + SHOW_AFTER_MS;
    const isLate = () => now() >= showAt;
    const found: number[] = [];
    for (let below = from; ; ) {
      const window = nextWindow(below);
      if (!window) return { found, next: null };
      const messages = scan.inMessages(window, ask.limit - found.length);
      // A file takes its time: once there is something to show, the window may end at one.
      const mayEnd = (newest: number | undefined, at: number) =>
        isLate() && (found.length > 0 || (newest !== undefined && newest >= at));
      const part = await withFiles(messages, window, scan, mayEnd, signal);
      found.push(...part.found.slice(0, ask.limit - found.length));
      if (found.length === ask.limit) return { found, next: found.at(-1) ?? null };
      if (found.length > 0 && isLate()) return { found, next: part.reached };
      below = part.reached;
      await takeTurns(signal);
    }
  }

  return async (ask, signal) => {
    const scan = prepareScan(options, ask);
    try {
      for (let from = ask.cursor ?? Number.MAX_SAFE_INTEGER; ; ) {
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

/** Adds what is in the files of a window; `reached` is the id down to which all was looked at. */
async function withFiles(
  messages: readonly number[],
  window: Window,
  scan: Scan,
  mayEnd: (newest: number | undefined, at: number) => boolean,
  signal: AbortSignal,
): Promise<{ found: number[]; reached: number }> {
  if (window.spooled === 0) return { found: [...messages], reached: window.low };
  const inMessage = new Set(messages);
  const inFile: number[] = [];
  let reached = window.low;
  for (const id of scan.spooled(window)) {
    if (!inMessage.has(id) && (await scan.inFile(id, signal))) inFile.push(id);
    if (!mayEnd(inFile.length > 0 ? id : messages[0], id)) continue;
    reached = id;
    break;
  }
  const found = [...messages, ...inFile].filter((id) => id >= reached).sort((a, b) => b - a);
  return { found, reached };
}

function prepareScan({ db, bodyPath }: SearchOptions, ask: SearchAsk): Scan {
  const needle = needleOf(ask.query);
  const match = matchOf(ask.query);
  const filter = filterOf(ask);
  // With a filter, the small rows are looked at first; without one there is no need of them.
  const source = filter.sql
    ? 'deliveries AS d CROSS JOIN messages AS m ON m.id = d.id'
    : 'messages AS m';
  const id = filter.sql ? 'd.id' : 'm.id';
  const messages = db.prepare(
    `SELECT ${id} AS id FROM ${source} WHERE ${id} >= ? AND ${id} < ?${filter.sql}
       AND (${match.sql}) ORDER BY ${id} DESC LIMIT ?`,
  );
  const files = db.prepare(
    `SELECT d.id FROM deliveries AS d WHERE d.id >= ? AND d.id < ?${filter.sql}
       AND d.spooled = 1 ORDER BY d.id DESC`,
  );
  const ids = (statement: StatementSyncInstance, ...values: (number | string | Buffer)[]) =>
    statement.all(...values).map((row: { id: number }) => row.id);
  return {
    inMessages: ({ low, high }, limit) =>
      ids(messages, low, high, ...filter.parameters, ...match.parameters, limit),
    spooled: ({ low, high }) => ids(files, low, high, ...filter.parameters),
    inFile: (id, signal) => fileContains(bodyPath(id), needle, signal),
    close() {
      messages.close();
      files.close();
    },
  };
}
