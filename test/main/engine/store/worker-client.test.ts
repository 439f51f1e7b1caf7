import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createWorkerClient,
  type WorkerClient,
} from '../../../../src/main/engine/store/worker-client.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** A thread that answers what it was asked, and crashes or fails when asked to. */
const THREAD = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (message) => {
  if (message.kind === 'close') return parentPort.close();
  if (message.kind === 'cancel') return parentPort.postMessage({ id: message.id, answer: 'late' });
  const { id, ask } = message;
  if (ask === 'exit') process.exit(3);
  if (ask === 'throw') throw new Error('it broke');
  if (ask === 'fail') {
    parentPort.postMessage({ id, problem: { message: 'is damaged', errcode: 11 } });
  } else if (ask !== 'silence') {
    parentPort.postMessage({ id, answer: ask });
  }
});
`;

function startClient(source = THREAD): WorkerClient<string, string> {
  const path = join(tempDir(), 'thread.mjs');
  writeFileSync(path, source);
  const setup = { role: 'reader' as const, database: '', bodies: '', syncFd: -1 };
  const client = createWorkerClient<string, string>(pathToFileURL(path), setup);
  onTestFinished(() => client.close());
  return client;
}

describe('a thread of the store', () => {
  it('answers each ask', async () => {
    const client = startClient();
    expect(await Promise.all([client.ask('a'), client.ask('b')])).toEqual(['a', 'b']);
  });

  it('passes on errors with SQLite’s code', async () => {
    const client = startClient();
    await expect(client.ask('fail')).rejects.toMatchObject({ message: 'is damaged', errcode: 11 });
    expect(await client.ask('a')).toBe('a');
  });

  it.each(['exit', 'throw'])(
    'rejects what is pending when it crashes (%s), and starts again',
    async (how) => {
      const client = startClient();
      const results = await Promise.allSettled([client.ask('silence'), client.ask(how)]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await client.ask('again')).toBe('again');
    },
  );

  it('rejects every ask when it cannot even start', async () => {
    const client = startClient('this is not a program');
    await expect(client.ask('a')).rejects.toThrow();
    await expect(client.ask('a')).rejects.toThrow();
  });

  it('breaks an ask off, and ignores the answer that comes too late', async () => {
    const client = startClient();
    const controller = new AbortController();
    const asked = client.ask('silence', controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect(client.ask('a', controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await client.ask('a')).toBe('a');
  });

  it('refuses what is pending and what comes later when it is closed', async () => {
    const client = startClient();
    const asked = client.ask('silence');
    const closed = client.close();
    await expect(asked).rejects.toMatchObject({ code: 'store-unavailable' });
    await closed;
    await expect(client.ask('a')).rejects.toMatchObject({ code: 'store-unavailable' });
    await client.close();
  });
});
