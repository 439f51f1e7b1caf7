// Removing deliveries so that they can be brought back: their rows move aside, and all that belongs to
// them stays, until the removal is undone or made final.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Hidden } from '../store.ts';
import type { Counters } from './counters.ts';
import type { Removal } from './removal.ts';
import type { Turn } from './retention.ts';
import {
  countRow,
  createLook,
  planStep,
  REMOVABLE_COLUMNS,
  type RemovableRow,
  ROW_BYTES,
  STEP_ROWS,
  withinBytes,
} from './steps.ts';
import type { Transact } from './transaction.ts';

/** Each takes its steps between other work, and ends early when a turn says so. */
export interface Hiding {
  /** Hides these, pinned or not; ids that there are none of are passed over. */
  hide(ids: readonly number[], turn: Turn): Promise<Hidden>;
  /** Hides the unpinned ones up to `lastId`, of one endpoint or of all. */
  hideAll(endpointId: string | null, lastId: number, turn: Turn): Promise<Hidden>;
  /** Brings back what a removal hid. */
  restore(removal: number, turn: Turn): Promise<Restored>;
  /** Removes for good what a removal hid; with null, what an earlier run left. Answers how many went. */
  purge(removal: number | null, turn: Turn): Promise<number>;
}

export interface HidingOptions {
  db: DatabaseSyncInstance;
  transact: Transact;
  counters: Counters;
  removal: Removal;
}

interface HiddenRow extends RemovableRow {
  place: number;
}

/** Brought back: how many, and the newest of them, oldest first. */
export interface Restored {
  restored: number;
  ids: number[];
}

/** So many ids are told of what was brought back. */
const MAX_TOLD = 200;

type Sql = ReturnType<typeof prepare>;

export function createHiding(options: HidingOptions): Hiding {
  const sql = prepare(options.db);
  const found: { last: number | null } = sql.last.get();
  // Removals up to this number are those of earlier runs.
  const leftOver = found.last ?? 0;
  return { ...createAway(options, sql, leftOver), ...createBack(options, sql, leftOver) };
}

/** What moves rows away. */
function createAway(
  { db, transact, counters }: HidingOptions,
  sql: Sql,
  leftOver: number,
): Pick<Hiding, 'hide' | 'hideAll'> {
  const look = createLook(db);
  let newest = leftOver;

  function move(runs: readonly (readonly RemovableRow[])[], hidden: Hidden): void {
    const rows = runs.flat();
    if (rows.length === 0) return;
    transact(() => {
      for (const run of runs) {
        const [first, last] = [run[0]?.id, run.at(-1)?.id];
        sql.aside.run(hidden.removal, first, last);
        sql.leave.run(first, last);
      }
      for (const row of rows) countRow(row, -1, counters.changes(row.endpoint_id));
    }, rows.length * ROW_BYTES);
    hidden.count += rows.length;
  }

  return {
    async hide(ids, turn) {
      const hidden = { removal: ++newest, count: 0 };
      const sorted = [...new Set(ids)].sort((a, b) => a - b);
      for (let at = 0; at < sorted.length; at += STEP_ROWS) {
        const step = sorted.slice(at, at + STEP_ROWS);
        const runs = step.map((id): RemovableRow[] => sql.find.all(id));
        move(
          runs.filter((run) => run.length > 0),
          hidden,
        );
        if (at + STEP_ROWS < sorted.length && !(await turn())) break;
      }
      return hidden;
    },
    async hideAll(endpointId, lastId, turn) {
      const hidden = { removal: ++newest, count: 0 };
      for (let after: number | null = 0; after !== null; ) {
        const { runs, next } = planStep(look(after), (row) => {
          if (row.id > lastId) return 'stop';
          const wanted = endpointId === null || row.endpoint_id === endpointId;
          return wanted && !row.pinned ? 'remove' : 'keep';
        });
        move(runs, hidden);
        after = next;
        if (!(await turn())) break;
      }
      return hidden;
    },
  };
}

/** What brings rows back, or makes their going final. */
function createBack(
  { transact, counters, removal: files }: HidingOptions,
  sql: Sql,
  leftOver: number,
): Pick<Hiding, 'restore' | 'purge'> {
  /** Works through what some removals hid, oldest first. Answers how many that were. */
  async function eachStep(
    wanted: { from: number; to: number },
    turn: Turn,
    work: (rows: HiddenRow[], first: number, last: number) => void,
  ): Promise<number> {
    let total = 0;
    for (let after = 0; ; ) {
      const rows = withinBytes<HiddenRow>(sql.hidden.all(after, wanted.from, wanted.to));
      const last = rows.at(-1)?.place;
      if (rows[0] === undefined || last === undefined) return total;
      work(rows, rows[0].place, last);
      total += rows.length;
      after = last;
      if (!(await turn())) return total;
    }
  }

  return {
    async restore(removal, turn) {
      let ids: number[] = [];
      const only = { from: removal, to: removal };
      const restored = await eachStep(only, turn, (rows, first, last) => {
        transact(() => {
          sql.back.run(first, last, removal, removal);
          sql.forget.run(first, last, removal, removal);
          for (const row of rows) countRow(row, 1, counters.changes(row.endpoint_id));
        }, rows.length * ROW_BYTES);
        ids = [...ids, ...rows.map(({ id }) => id)].slice(-MAX_TOLD);
      });
      return { restored, ids };
    },
    async purge(removal, turn) {
      const wanted = { from: removal ?? 0, to: removal ?? leftOver };
      const removed = await eachStep(wanted, turn, (rows, first, last) => {
        transact(() => {
          for (const deletion of sql.purge) deletion.run(first, last, wanted.from, wanted.to);
        }, rows.length * ROW_BYTES);
        files.removeFiles(rows.filter((row) => row.spooled).map((row) => row.id));
      });
      await files.settled();
      return removed;
    },
  };
}

function prepare(db: DatabaseSyncInstance) {
  const columns = db
    .prepare('PRAGMA table_info(deliveries)')
    .all()
    .map(({ name }: { name: string }) => name)
    .join(', ');
  const step = 'rowid BETWEEN ? AND ? AND removal BETWEEN ? AND ?';
  const ids = `SELECT id FROM removed WHERE ${step}`;
  return {
    last: db.prepare('SELECT max(removal) AS last FROM removed'),
    find: db.prepare(`SELECT ${REMOVABLE_COLUMNS} FROM deliveries WHERE id = ?`),
    aside: db.prepare(
      `INSERT INTO removed (removal, ${columns})
       SELECT ?, ${columns} FROM deliveries WHERE id BETWEEN ? AND ? ORDER BY id`,
    ),
    leave: db.prepare('DELETE FROM deliveries WHERE id BETWEEN ? AND ?'),
    hidden: db.prepare(
      `SELECT rowid AS place, ${REMOVABLE_COLUMNS} FROM removed
       WHERE rowid > ? AND removal BETWEEN ? AND ? ORDER BY rowid LIMIT ${STEP_ROWS}`,
    ),
    back: db.prepare(
      `INSERT INTO deliveries (${columns}) SELECT ${columns} FROM removed WHERE ${step}`,
    ),
    forget: db.prepare(`DELETE FROM removed WHERE ${step}`),
    // Bodies of attempts first, as they are found by them.
    purge: [
      `DELETE FROM attempt_bodies WHERE id IN
         (SELECT id FROM attempts WHERE delivery_id IN (${ids}))`,
      `DELETE FROM attempts WHERE delivery_id IN (${ids})`,
      `DELETE FROM messages WHERE id IN (${ids})`,
      `DELETE FROM removed WHERE ${step}`,
    ].map((sql) => db.prepare(sql)),
  };
}
