// The small tables that the engine keeps whole in memory.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { KeyValueTable } from './store.ts';

/** Every call is a transaction of its own, done when it returns. Calls throw `explain`ed errors. */
export function createKeyValueTable(
  db: DatabaseSyncInstance,
  table: 'endpoints' | 'settings',
  explain: (error: unknown) => Error,
): KeyValueTable {
  const all = db.prepare(`SELECT key, value FROM ${table} ORDER BY key`);
  const put = db.prepare(`INSERT OR REPLACE INTO ${table} (key, value) VALUES (?, ?)`);
  const remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);

  function attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explain(error);
    }
  }

  return {
    all: () =>
      attempt(() => {
        const rows: { key: string; value: string }[] = all.all();
        return new Map(rows.map(({ key, value }) => [key, value]));
      }),
    put(key, value) {
      attempt(() => put.run(key, value));
    },
    remove(key) {
      attempt(() => remove.run(key));
    },
  };
}
