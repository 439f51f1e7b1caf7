import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createThreadClient,
  type ThreadClient,
} from '../../../../../src/main/engine/store/threads/client.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

/** A thread that answers what it was asked, and crashes or fails when asked to. */
const THREAD = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (message) => {
  if (message.kind === 'close') return parentPort.close();
  if (message.kind === 'cancel') return parentPort.postMessage({ id: message.id, answer: 'late' });
  const { id, ask: { text: ask } } = message;
  if (ask === 'exit') process.exit(3);
  if (ask === 'throw') throw new Error('it broke');
  if (ask === 'fail') {
    parentPort.postMessage({ id, problem: { message: 'is damaged', errcode: 11 } });
  } else if (ask !== 'silence') {
    parentPort.postMessage({ id, answer: ask });
  }
});
`;

interface Ask {
  kind: 'echo';
  text: string;
  bytes?: Uint8Array;
}

function startClient(source = THREAD) {
  const path = join(tempDir(), 'thread.mjs');
  writeFileSync(path, source);
  const client: ThreadClient<Ask, { echo: string }> = createThreadClient({
    role: 'reader',
    dataDir: '',
    program: pathToFileURL(path).href,
    syncFd: -1,
  });
  onTestFinished(() => client.close());
  const ask = (text: string, signal?: AbortSignal) =>
    client.ask({ kind: 'echo', text }, { signal });
  return { client, ask };
}

describe('a thread of the store', () => {
  it('answers each ask', async () => {
    const { ask } = startClient();
    expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a', 'b']);
  });

  it('passes on errors with SQLite’s code', async () => {
    const { ask } = startClient();
    await expect(ask('fail')).rejects.toMatchObject({ message: 'is damaged', errcode: 11 });
    expect(await ask('a')).toBe('a');
  });

  it.each(['exit', 'throw'])(
    'rejects what is pending when it crashes (%s), and starts again',
    async (how) => {
      const { ask } = startClient();
      const results = await Promise.allSettled([ask('silence'), ask(how)]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await ask('again')).toBe('again');
    },
  );

  it('rejects every ask when it cannot even start', async () => {
    const { ask } = startClient('this is not a program');
    await expect(ask('a')).rejects.toThrow();
    await expect(ask('a')).rejects.toThrow();
  });

  it('breaks an ask off, and ignores the answer that comes too late', async () => {
    const { ask } = startClient();
    const controller = new AbortController();
    const asked = ask('silence', controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect(ask('a', controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await ask('a')).toBe('a');
  });

  it('is handed buffers instead of copies of them', async () => {
    const { client } = startClient();
    const bytes = new Uint8Array(10);
    const transfer = [bytes.buffer];
    expect(await client.ask({ kind: 'echo', text: 'a', bytes }, { transfer })).toBe('a');
    expect(bytes).toHaveLength(0);
  });

  it('refuses what is pending and what comes later when it is closed', async () => {
    const { client, ask } = startClient();
    const asked = ask('silence');
    const closed = client.close();
    await expect(asked).rejects.toMatchObject({ code: 'store-unavailable' });
    await closed;
    await expect(ask('a')).rejects.toMatchObject({ code: 'store-unavailable' });
    await client.close();
  });
});
