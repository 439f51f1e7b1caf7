// In a thread of its own, on a connection that only reads: whatever may have to look at many rows.

import { DatabaseSync } from '@photostructure/sqlite';
import { assertNever } from '../../../../shared/contract.ts';
import { formatId } from '../ids.ts';
import type { ReaderAnswer, ReaderAsk, WorkerSetup } from '../worker-protocol.ts';
import type { Server } from '../worker-server.ts';
import { createList } from './list.ts';
import { createSearch } from './search.ts';
import { createUnread } from './unread.ts';

export function openReader({ database, bodies }: WorkerSetup): Server<ReaderAsk, ReaderAnswer> {
  const db = new DatabaseSync(database, { readOnly: true, timeout: 1000 });
  // A small cache and no memory map: what is not found is in the system's cache, which is not ours
  // to hold. A scan of everything must not push the process over its memory limit.
  db.exec('PRAGMA cache_size = -4000; PRAGMA mmap_size = 0');
  const list = createList(db);
  const search = createSearch({
    db,
    bodyPath: (id) => `${bodies}/${formatId('dlv', id)}.bin`,
    now: () => performance.now(),
  });
  const unread = createUnread(db);
  return {
    answer(ask, signal) {
      switch (ask.kind) {
        case 'list':
          return list(ask);
        case 'search':
          return search(ask, signal);
        case 'unread':
          return unread(ask, signal);
        default:
          return assertNever(ask);
      }
    },
    close: () => db.close(),
  };
}
