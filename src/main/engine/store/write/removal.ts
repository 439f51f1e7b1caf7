// Removing deliveries for good: rows, messages, attempts and files, in steps.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Counters } from './counters.ts';
import {
  type Choose,
  countRow,
  createLook,
  planStep,
  type RemovableRow,
  ROW_BYTES,
} from './steps.ts';
import type { Transact } from './transaction.ts';

export interface Removal {
  /** Looks at the rows after `after`, oldest first, and removes those that `choose` wants. */
  step(after: number, choose: Choose): RemovalStep;
  /** Bytes that the answers to a delivery's attempts take. */
  attemptBytes(id: number): number;
  /** Removes the files of spooled bodies, aside. */
  removeFiles(ids: readonly number[]): void;
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
  const look = createLook(db);
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
  const hidden = db.prepare('SELECT EXISTS (SELECT 1 FROM removed) AS some');
  const files = new Set<Promise<void>>();

  function removeFiles(ids: readonly number[]): void {
    if (ids.length === 0) return;
    // A file that cannot be removed now is swept up at the next start.
    const done: Promise<void> = removeBodies(ids)
      .catch(() => {})
      .finally(() => files.delete(done));
    files.add(done);
  }

  function remove(runs: readonly (readonly RemovableRow[])[]): void {
    const rows = runs.flat();
    if (rows.length === 0) return;
    // Between neighbours there may be the messages of deliveries that can still be brought back.
    const exact = hidden.get().some ? rows.map((row) => [row]) : runs;
    const removeRows = () => {
      for (const run of exact) {
        for (const deletion of deletions) deletion.run(run[0]?.id, run.at(-1)?.id);
      }
      for (const row of rows) countRow(row, -1, counters.changes(row.endpoint_id));
    };
    transact(removeRows, rows.length * ROW_BYTES);
    removeFiles(rows.filter((row) => row.spooled).map((row) => row.id));
  }

  return {
    step(after, choose) {
      const { runs, next } = planStep(look(after), choose);
      remove(runs);
      return { removed: runs.flat().length, next };
    },
    attemptBytes: (id) => answers.get(id).bytes,
    removeFiles,
    async settled() {
      await Promise.all(files);
    },
  };
}
