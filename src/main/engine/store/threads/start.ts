// The threads the store starts: one that writes, one that reads. The first has one of its own.

import type { StorePaths } from '../paths.ts';
import { createThreadClient, type ThreadClient } from './client.ts';
import type {
  ReaderAnswers,
  ReaderAsk,
  ThreadSetup,
  WriterAnswers,
  WriterAsk,
} from './protocol.ts';

export interface Threads {
  writer: ThreadClient<WriterAsk, WriterAnswers>;
  reader: ThreadClient<ReaderAsk, ReaderAnswers>;
  close(): Promise<void>;
}

export function startThreads(program: URL, { dataDir }: StorePaths, syncFd: number): Threads {
  const setup: Omit<ThreadSetup, 'role' | 'ended'> = { dataDir, program: program.href, syncFd };
  const writer: Threads['writer'] = createThreadClient({ ...setup, role: 'writer' });
  const reader: Threads['reader'] = createThreadClient({ ...setup, role: 'reader' });
  // So that neither the first delivery nor the first page waits for a thread to begin.
  writer.start();
  reader.start();
  return {
    writer,
    reader,
    async close() {
      await Promise.all([writer.close(), reader.close()]);
    },
  };
}
