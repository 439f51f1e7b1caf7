// A key-value table in memory, for the parts that only need somewhere to keep a few rows.

import type { KeyValueTable } from '../../src/main/engine/store/store.ts';

export function memoryTable(rows = new Map<string, string>()): KeyValueTable {
  return {
    all: () => new Map(rows),
    put: (key, value) => {
      rows.set(key, value);
    },
    remove: (key) => {
      rows.delete(key);
    },
  };
}
