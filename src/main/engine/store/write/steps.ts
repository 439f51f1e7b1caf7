// The steps in which many deliveries go: a millisecond or so each, so that receiving goes on between them.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { FAILED } from '../codes.ts';
import type { Counts } from '../counts.ts';
import type { DeliveryRow } from '../rows.ts';

/** Rows looked at in a step: 256 take about a millisecond to remove with their messages. */
export const STEP_ROWS = 256;
/** About what removing a row writes. */
export const ROW_BYTES = 300;
/** Freeing a large message touches each of its pages. */
const STEP_BYTES = 4 * 1024 * 1024;

export type RemovableRow = Pick<
  DeliveryRow,
  'id' | 'endpoint_id' | 'verdict' | 'pinned' | 'body_size' | 'spooled'
>;

export type Choice = 'remove' | 'keep' | 'stop';
export type Choose = (row: RemovableRow) => Choice;

export const REMOVABLE_COLUMNS = 'id, endpoint_id, verdict, pinned, body_size, spooled';

type ListedRow = [
  id: number,
  endpointId: string,
  verdict: number,
  pinned: number,
  bodySize: number,
  spooled: number,
];

/** Answers a function that gives the first rows after an id, oldest first. */
export function createLook(db: DatabaseSyncInstance): (after: number) => RemovableRow[] {
  const look = db.prepare(
    `SELECT ${REMOVABLE_COLUMNS} FROM deliveries WHERE id > ? ORDER BY id LIMIT ${STEP_ROWS}`,
  );
  // A row as an object costs three times one as a list, and every delivery comes by here in the end.
  look.setReturnArrays(true);
  return (after) => look.all(after).map(rowOf);
}

function rowOf([id, endpoint_id, verdict, pinned, body_size, spooled]: ListedRow): RemovableRow {
  return { id, endpoint_id, verdict, pinned, body_size, spooled };
}

/** What a step does: rows as runs of neighbours, and where the next step begins; null when none does. */
export interface StepPlan {
  runs: RemovableRow[][];
  next: number | null;
}

/** Chooses among the rows that {@link createLook} gave. */
export function planStep(rows: readonly RemovableRow[], choose: Choose): StepPlan {
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

/** The first rows, as many as a step may free the messages of; at least one. */
export function withinBytes<R extends RemovableRow>(rows: R[]): R[] {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    if (bytes > STEP_BYTES) return true;
    bytes += row.spooled ? 0 : row.body_size;
    return false;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** Notes that a delivery counts no longer (-1), or again (1). */
export function countRow(row: RemovableRow, by: 1 | -1, change: Counts): void {
  change.deliveries += by;
  change.failed += row.verdict === FAILED ? by : 0;
  change.pinned += by * row.pinned;
  change.spooledBytes += row.spooled ? by * row.body_size : 0;
}
