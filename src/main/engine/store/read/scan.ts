// Looking at some columns of every delivery that a filter lets through, newest first, in windows, for
// as long as may be.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { ChosenAsk } from '../threads/protocol.ts';
import { prepareFileTests } from './query/in-files.ts';
import { type Plan, planOf } from './query/plan.ts';
import type { SearchOptions } from './search.ts';
import { createWindows, ROW_WINDOW, takeTurns, type Window } from './windows.ts';

/** What is known after so long is told; the rest is older. */
const ENOUGH_MS = 1000;

export type Row = readonly (string | number | Uint8Array | null)[];

export interface ScanRequest extends ChosenAsk {
  /** Columns of `deliveries AS d`. */
  columns: string;
  /** How many of the columns, from the first, tell groups apart; without it each row is told by itself. */
  groupedBy?: number;
  /** No row with a smaller id is wanted. */
  lowest: number;
  /** How long it may take; a second where it is not said. */
  enoughMs?: number;
}

export type ScanRows = (
  request: ScanRequest,
  onRow: (row: Row) => void,
  signal: AbortSignal,
) => Promise<{ complete: boolean }>;

export function createScanRows({ db, bodyPath, now }: SearchOptions): ScanRows {
  const windows = { messages: createWindows(db), rows: createWindows(db, ROW_WINDOW) };
  return async (request, onRow, signal) => {
    const plan = planOf(request.query, request, request.context);
    const lowest = Math.max(plan.lowest, request.lowest);
    const nextWindow = plan.onMessages ? windows.messages : windows.rows;
    const read = prepareRead(db, plan, request, bodyPath);
    const end = now() + (request.enoughMs ?? ENOUGH_MS);
    try {
      for (let below = Number.MAX_SAFE_INTEGER; below > lowest; ) {
        const window = nextWindow(below);
        if (!window) break;
        below = Math.max(window.low, lowest);
        await read.rows({ ...window, low: below }, onRow, signal);
        await takeTurns(signal);
        if (now() > end && below > lowest) return { complete: false };
      }
      return { complete: true };
    } finally {
      read.close();
    }
  };
}

function prepareRead(
  db: DatabaseSyncInstance,
  plan: Plan,
  { columns, groupedBy = 0 }: ScanRequest,
  bodyPath: (id: number) => string,
) {
  const join = plan.onMessages ? 'CROSS JOIN messages AS m ON m.id = d.id' : '';
  const unspooled = plan.inFiles ? 'AND d.spooled = 0' : '';
  const places = Array.from({ length: groupedBy }, (_, place) => place + 1);
  const grouped = groupedBy === 0 ? 'ORDER BY d.id DESC' : `GROUP BY ${places.join(', ')}`;
  const inDatabase = db.prepare(
    `SELECT ${columns} FROM deliveries AS d ${join}
     WHERE d.id >= ? AND d.id < ? ${unspooled} AND ${plan.where.sql} ${grouped}`,
  );
  const spooled = db.prepare(
    'SELECT id FROM deliveries WHERE id >= ? AND id < ? AND spooled = 1 ORDER BY id DESC',
  );
  const one = db.prepare(`SELECT ${columns} FROM deliveries AS d WHERE d.id = ? ${grouped}`);
  // A row as an object costs three times one as a list.
  inDatabase.setReturnArrays(true);
  one.setReturnArrays(true);
  const tests = plan.inFiles ? prepareFileTests(db, plan, bodyPath) : null;

  async function rows(
    { low, high, spooled: files }: Window,
    onRow: (row: Row) => void,
    signal: AbortSignal,
  ): Promise<void> {
    for (const row of inDatabase.all(low, high, ...plan.where.parameters)) onRow(row);
    if (tests === null || files === 0) return;
    for (const { id } of spooled.all(low, high)) {
      const row: Row | undefined = (await tests.matches(id, signal)) ? one.get(id) : undefined;
      if (row) onRow(row);
    }
  }

  return {
    rows,
    close() {
      for (const statement of [inDatabase, spooled, one]) statement.close();
      tests?.close();
    },
  };
}
