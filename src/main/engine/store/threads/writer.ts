// In a thread of its own, on the connection that writes: groups of deliveries, and what removes them.
// Receiving then shares its processor with none of it.

import { DatabaseSync } from '@photostructure/sqlite';
import { assertNever } from '../../../../shared/assert-never.ts';
import { removeBodies } from '../bodies.ts';
import { configureWriting } from '../open.ts';
import { storePaths } from '../paths.ts';
import { createAttemptWriter } from '../write/attempts.ts';
import { createCheckpoints } from '../write/checkpoints.ts';
import { openCounters } from '../write/counters.ts';
import { createDeliveryWriter } from '../write/deliveries.ts';
import { createFileSpace } from '../write/file-space.ts';
import { createGroupCommit } from '../write/group.ts';
import { createHiding } from '../write/hiding.ts';
import { createMaintenance } from '../write/maintenance.ts';
import { openRecurrences } from '../write/recurrences.ts';
import { createRemoval } from '../write/removal.ts';
import { createTransact } from '../write/transaction.ts';
import { createThreadClient } from './client.ts';
import type { CheckpointAnswers, CheckpointAsk, ThreadSetup, WriterAsk } from './protocol.ts';
import type { ThreadServer } from './server.ts';

export function openWriter(setup: ThreadSetup): ThreadServer<WriterAsk> {
  const paths = storePaths(setup.dataDir);
  const db = new DatabaseSync(paths.database, { timeout: 2000 });
  configureWriting(db);
  const counters = openCounters(db);
  const deliveries = createDeliveryWriter(db, counters);
  const space = createFileSpace(db);
  const checkpointer = createThreadClient<CheckpointAsk, CheckpointAnswers>({
    ...setup,
    role: 'checkpointer',
  });
  const checkpoints = createCheckpoints({
    checkpoint: () => checkpointer.ask({ kind: 'checkpoint' }),
    space,
  });
  const transact = createTransact(db, counters, checkpoints.note);
  const commitGroup = createGroupCommit({
    deliveries,
    recurrences: openRecurrences(db),
    attempts: createAttemptWriter(db),
    transact,
  });
  const removal = createRemoval({
    db,
    transact,
    counters,
    removeBodies: (ids) => removeBodies(paths, ids),
  });
  const maintenance = createMaintenance({
    removal,
    hiding: createHiding({ db, transact, counters, removal }),
    counters,
    space,
    lastId: deliveries.lastId,
    settle: checkpoints.settle,
  });

  return {
    answer(ask, signal) {
      switch (ask.kind) {
        case 'group':
          return checkpoints.whenThereIsRoom(() => commitGroup(ask));
        case 'pin':
          if (!ask.pinned) maintenance.unpinned();
          return transact(() => deliveries.setPinned(ask.id, ask.pinned));
        case 'annotate':
          return transact(() => deliveries.annotate(ask));
        case 'verdict':
          return transact(() => deliveries.setVerdict(ask.id, ask.verdict, ask.provider));
        case 'hide':
          return maintenance.hide(ask.ids, signal());
        case 'hideAll':
          return maintenance.hideAll(ask.endpointId, signal());
        case 'restore':
          return maintenance.restore(ask.removal);
        case 'purge':
          return maintenance.purge(ask.removal, signal());
        case 'prune':
          return maintenance.prune(ask.limits, signal());
        default:
          return assertNever(ask);
      }
    },
    async close() {
      checkpoints.close();
      await checkpointer.close();
      db.close();
    },
  };
}
