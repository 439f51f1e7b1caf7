// Removing deliveries in steps of a millisecond or so, each a transaction of its own, so that receiving
// goes on between them.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { FAILED } from '../codes.ts';
import type { Counts } from '../counts.ts';
import type { DeliveryRow } from '../rows.ts';
import type { Counters } from './counters.ts';
import type { Transact } from './transaction.ts';

/** Rows looked at in a step: 256 take about a millisecond to remove with their messages. */
const STEP_ROWS = 256;
/** About what removing a row writes. */
const ROW_BYTES = 300;
/** Freeing a large message touches each of its pages. */
const STEP_BYTES = 4 * 1024 * 1024;

export type RemovableRow = Pick<
  DeliveryRow,
  'id' | 'endpoint_id' | 'verdict' | 'pinned' | 'body_size' | 'spooled'
>;

export type Choice = 'remove' | 'keep' | 'stop';
export type Choose = (row: RemovableRow) => Choice;

export interface Removal {
  /** Looks at the rows after `after`, oldest first, and removes those that `choose` wants. */
  step(after: number, choose: Choose): RemovalStep;
  /** Removes one delivery, pinned or not. False when there is none. */
  one(id: number): Promise<boolean>;
  /** Bytes that the answers to a delivery's attempts take. */
  attemptBytes(id: number): number;
  /** Resolves when the files of what was removed are gone too. */
  settled(): Promise<void>;
}

export interface RemovalStep {
  removed: number;
  /** Where to go on; null when `choose` said stop, or nothing is left to look at. */
  next: number | null;
}

export interface RemovalOptions {
  db: DatabaseSyncInstance;
  transact: Transact;
  counters: Counters;
  /** Removes the files of spooled bodies. */
  removeBodies: (ids: readonly number[]) => Promise<void>;
}

export function createRemoval({ db, transact, counters, removeBodies }: RemovalOptions): Removal {
  const columns = 'id, endpoint_id, verdict, pinned, body_size, spooled';
  const look = db.prepare(
    `SELECT ${columns} FROM deliveries WHERE id > ? ORDER BY id LIMIT ${STEP_ROWS}`,
  );
  // A row as an object costs three times one as a list, and every delivery comes by here in the end.
  look.setReturnArrays(true);
  const find = db.prepare(`SELECT ${columns} FROM deliveries WHERE id = ?`);
  const answers = db.prepare(
    `SELECT total(length(body)) AS bytes FROM attempt_bodies
     WHERE id IN (SELECT id FROM attempts WHERE delivery_id = ?)`,
  );
  // Ranges, as neighbours go together as a rule; bodies of attempts first, as they are found by them.
  const deletions = [
    `DELETE FROM attempt_bodies WHERE id IN
       (SELECT id FROM attempts WHERE delivery_id BETWEEN ? AND ?)`,
    'DELETE FROM attempts WHERE delivery_id BETWEEN ? AND ?',
    'DELETE FROM messages WHERE id BETWEEN ? AND ?',
    'DELETE FROM deliveries WHERE id BETWEEN ? AND ?',
  ].map((sql) => db.prepare(sql));
  const files = new Set<Promise<void>>();

  function remove(runs: readonly (readonly RemovableRow[])[]): void {
    const rows = runs.flat();
    if (rows.length === 0) return;
    const removeRows = () => {
      for (const run of runs) {
        for (const deletion of deletions) deletion.run(run[0]?.id, run.at(-1)?.id);
      }
      for (const row of rows) uncount(row, counters.changes(row.endpoint_id));
    };
    transact(removeRows, rows.length * ROW_BYTES);
    const spooled = rows.filter((row) => row.spooled).map((row) => row.id);
    if (spooled.length === 0) return;
    // A file that cannot be removed now is swept up at the next start.
    const done: Promise<void> = removeBodies(spooled)
      .catch(() => {})
      .finally(() => files.delete(done));
    files.add(done);
  }

  return {
    step(after, choose) {
      const { runs, next } = plan(look.all(after).map(rowOf), choose);
      remove(runs);
      return { removed: runs.flat().length, next };
    },
    async one(id) {
      const row: RemovableRow | undefined = find.get(id);
      if (row) remove([[row]]);
      await Promise.all(files);
      return row !== undefined;
    },
    attemptBytes: (id) => answers.get(id).bytes,
    async settled() {
      await Promise.all(files);
    },
  };
}

type ListedRow = [
  id: number,
  endpointId: string,
  verdict: number,
  pinned: number,
  bodySize: number,
  spooled: number,
];

function rowOf([id, endpoint_id, verdict, pinned, body_size, spooled]: ListedRow): RemovableRow {
  return { id, endpoint_id, verdict, pinned, body_size, spooled };
}

/** The rows of a step that go, as runs of neighbours, and where the next step begins. */
function plan(rows: readonly RemovableRow[], choose: Choose) {
  const runs: RemovableRow[][] = [];
  let run: RemovableRow[] | null = null;
  let bytes = 0;
  for (const row of rows) {
    if (bytes > STEP_BYTES) return { runs, next: row.id - 1 };
    const choice = choose(row);
    if (choice === 'stop') return { runs, next: null };
    if (choice === 'keep') {
      run = null;
      continue;
    }
    if (!run) {
      run = [];
      runs.push(run);
    }
    run.push(row);
    bytes += row.spooled ? 0 : row.body_size;
  }
  return { runs, next: rows.length < STEP_ROWS ? null : (rows.at(-1)?.id ?? null) };
}

function uncount(row: RemovableRow, change: Counts): void {
  change.deliveries -= 1;
  change.failed -= row.verdict === FAILED ? 1 : 0;
  change.pinned -= row.pinned;
  change.spooledBytes -= row.spooled ? row.body_size : 0;
}
