// The store's two threads: one reads, one makes checkpoints.

import { closeSync, openSync } from 'node:fs';
import type { StorePaths } from './paths.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';
import type {
  CheckpointAnswer,
  CheckpointAsk,
  ReaderAnswer,
  ReaderAsk,
} from './worker-protocol.ts';

export interface Threads {
  reader: WorkerClient<ReaderAsk, ReaderAnswer>;
  checkpointer: WorkerClient<CheckpointAsk, CheckpointAnswer>;
  close(): Promise<void>;
  /** Only after every connection: closing a file drops all locks this process has on it. */
  closeFile(): void;
}

export function startThreads(url: URL, paths: StorePaths): Threads {
  const syncFd = openSync(paths.database, 'r+');
  const setup = { database: paths.database, bodies: paths.bodies, syncFd };
  const reader: Threads['reader'] = createWorkerClient(url, { ...setup, role: 'reader' });
  const checkpointer: Threads['checkpointer'] = createWorkerClient(url, {
    ...setup,
    role: 'checkpointer',
  });
  // So that the first page does not wait for a thread to begin.
  reader.start();
  return {
    reader,
    checkpointer,
    async close() {
      await Promise.all([reader.close(), checkpointer.close()]);
    },
    closeFile: () => closeSync(syncFd),
  };
}
