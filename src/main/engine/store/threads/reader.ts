// In a thread of its own, on a connection that only reads: whatever may have to look at many rows.

import { DatabaseSync } from '@photostructure/sqlite';
import { assertNever } from '../../../../shared/assert-never.ts';
import { bodyPath } from '../bodies.ts';
import { storePaths } from '../paths.ts';
import { createCount } from '../read/count.ts';
import { createList } from '../read/list.ts';
import { defineFunctions } from '../read/query/functions.ts';
import { createScanRows } from '../read/scan.ts';
import { createSearch } from '../read/search.ts';
import { createStatistics } from '../read/statistics.ts';
import { createStats } from '../read/stats.ts';
import { createSuggest } from '../read/suggest.ts';
import { createTimeline } from '../read/timeline.ts';
import type { ReaderAsk, ThreadSetup } from './protocol.ts';
import type { ThreadServer } from './server.ts';

export function openReader({ dataDir }: Pick<ThreadSetup, 'dataDir'>): ThreadServer<ReaderAsk> {
  const paths = storePaths(dataDir);
  const db = new DatabaseSync(paths.database, { readOnly: true, timeout: 1000 });
  // A small cache and no memory map: what is not found is in the system's cache, which is not ours
  // to hold. A scan of everything must not push the process over its memory limit.
  db.exec('PRAGMA cache_size = -4000; PRAGMA mmap_size = 0');
  defineFunctions(db);
  const list = createList(db);
  const options = {
    db,
    bodyPath: (id: number) => bodyPath(paths, id),
    now: () => performance.now(),
  };
  const search = createSearch(options);
  const scan = createScanRows(options);
  const count = createCount(scan);
  const timeline = createTimeline(db, scan);
  const statistics = createStatistics(scan);
  const suggest = createSuggest(db);
  const stats = createStats(db);
  return {
    answer(ask, signal) {
      switch (ask.kind) {
        case 'list':
          return list(ask);
        case 'search':
          return search(ask, signal());
        case 'stats':
          return stats(ask, signal());
        case 'count':
          return count(ask, signal());
        case 'timeline':
          return timeline(ask, signal());
        case 'statistics':
          return statistics(ask, signal());
        case 'suggest':
          return suggest(ask);
        default:
          return assertNever(ask);
      }
    },
    close: () => db.close(),
  };
}
