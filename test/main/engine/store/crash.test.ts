import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bodyBytes } from '../../../../src/main/engine/body.ts';
import { lockDataFolder } from '../../../../src/main/engine/store/lock.ts';
import type { Store } from '../../../../src/main/engine/store/store.ts';
import { bundleDirectory } from '../../../support/reader-worker-url.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { bodyOf, headersOf } from './crash-content.ts';
import { openTestStore, query } from './fixtures.ts';

interface Acknowledged {
  id: string;
  n: number;
}

const CHILD = fileURLToPath(new URL('crash-child.mjs', bundleDirectory));

function startChild(dataDir: string, start: number, scale = 1): ChildProcess {
  const child = fork(CHILD, [dataDir, String(start), String(scale)], { execArgv: [] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Lets a child store until it acknowledged `count`, kills it, and answers all it acknowledged. */
function killAfter(count: number, dataDir: string, start: number): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const child = startChild(dataDir, start);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('message', (message) => {
      acknowledged.push(message as Acknowledged);
      if (acknowledged.length === count) child.kill('SIGKILL');
    });
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged);
      else reject(new Error('the child ended by itself'));
    });
  });
}

async function expectStored(store: Store, { id, n }: Acknowledged, scale = 1): Promise<void> {
  const delivery = await store.getDelivery(id);
  expect(delivery?.target).toBe(`/${n}`);
  expect(delivery?.headers).toEqual(headersOf(n));
  const body = await store.getBody(id);
  expect(body && (await bodyBytes(body)).equals(bodyOf(n, scale)), `body of ${n}`).toBe(true);
}

describe('kill -9', () => {
  it('loses no acknowledged delivery, at any moment', async () => {
    const dataDir = tempDir();
    const all: Acknowledged[] = [];
    for (const count of [1, 40, 333, 1000 + Math.floor(Math.random() * 2000)]) {
      const start = Math.max(-1, ...all.map(({ n }) => n)) + 1000;
      all.push(...(await killAfter(count, dataDir, start)));
      const { store, setAside } = await openTestStore({ dataDir });
      expect(setAside).toBeNull();
      for (const each of all) await expectStored(store, each);
      const { total } = await store.list(query());
      expect(total).toBeGreaterThanOrEqual(all.length);
      expect((await store.stats({})).deliveries).toBe(total);
      await store.close();
    }
  });

  it('lets go of the data folder', async () => {
    const dataDir = tempDir();
    const child = startChild(dataDir, 0);
    await new Promise((resolve) => child.once('message', resolve));
    expect(() => lockDataFolder(dataDir)).toThrow(
      expect.objectContaining({ code: 'data-folder-in-use' }),
    );
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    lockDataFolder(dataDir)();
  });
});

describe('an exit without closing', () => {
  it('is clean while much is written, and loses nothing acknowledged', async () => {
    const dataDir = tempDir();
    const scale = 20;
    const acknowledged: Acknowledged[] = [];
    const child = startChild(dataDir, 0, scale);
    const exited = new Promise((resolve) => {
      child.on('exit', (code, signal) => resolve(signal ?? code));
    });
    child.on('message', (message) => {
      acknowledged.push(message as Acknowledged);
      if (acknowledged.length === 1000) child.send(7);
    });
    expect(await exited).toBe(7);
    const { store } = await openTestStore({ dataDir });
    for (const each of acknowledged) await expectStored(store, each, scale);
  });
});
