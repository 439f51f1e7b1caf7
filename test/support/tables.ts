// A small table in a database file of its own, for the parts that only need somewhere to keep a few rows.

import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { onTestFinished } from 'vitest';
import { createKeyValueTable } from '../../src/main/engine/store/key-value.ts';
import { migrate } from '../../src/main/engine/store/migrations.ts';
import type { KeyValueTable } from '../../src/main/engine/store/store.ts';
import { tempDir } from './temp-dir.ts';

export function openTable(name: 'endpoints' | 'settings'): KeyValueTable {
  const db = new DatabaseSync(join(tempDir(), 'hookglass.db'));
  onTestFinished(() => db.close());
  migrate(db);
  return createKeyValueTable(db, name, (error) => error as Error);
}
