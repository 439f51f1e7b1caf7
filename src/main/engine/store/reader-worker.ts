// The program of the store's threads, bundled on its own: the writer, the reader, the checkpointer.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../../shared/assert-never.ts';
import { openCheckpointer } from './threads/checkpointer.ts';
import type { ThreadSetup } from './threads/protocol.ts';
import { openReader } from './threads/reader.ts';
import { serveAsks } from './threads/server.ts';
import { openWriter } from './threads/writer.ts';

if (parentPort) serve(parentPort, workerData as ThreadSetup);

function serve(port: MessagePort, setup: ThreadSetup): void {
  switch (setup.role) {
    case 'writer':
      serveAsks(port, openWriter(setup), setup.ended);
      break;
    case 'reader':
      serveAsks(port, openReader(setup), setup.ended);
      break;
    case 'checkpointer':
      serveAsks(port, openCheckpointer(setup), setup.ended);
      break;
    default:
      assertNever(setup.role);
  }
}
