// The entry of the store's threads, bundled on its own: the reader, and the checkpointer.

import { parentPort, workerData } from 'node:worker_threads';
import { openCheckpoints } from './checkpoint-thread.ts';
import { openReader } from './read/reader.ts';
import type { WorkerSetup } from './worker-protocol.ts';
import { serveAsks } from './worker-server.ts';

const setup = workerData as WorkerSetup;
if (parentPort) {
  if (setup.role === 'reader') serveAsks(parentPort, openReader(setup));
  else serveAsks(parentPort, openCheckpoints(setup));
}
