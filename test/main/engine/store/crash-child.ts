// Run by crash.test.ts in a process of its own: takes the folder's lock, stores one delivery after
// the other, several at a time, and tells the parent of each that was acknowledged. Exits when told.

import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from '../../../../src/main/engine/store/lock.ts';
import { openStore } from '../../../../src/main/engine/store/sqlite.ts';
import { bodyOf, headersOf, SPOOL_EVERY } from './crash-content.ts';

const [dataDir = '', start = '0', scale = '1'] = process.argv.slice(2);
lockDataFolder(dataDir);
const { store } = await openStore({
  dataDir,
  readerWorker: new URL('reader-worker.mjs', import.meta.url),
  clock: Date.now,
});
let next = Number(start);

async function storeForever(): Promise<never> {
  for (;;) {
    const n = next++;
    const id = store.newDeliveryId();
    const bytes = bodyOf(n, Number(scale));
    const isSpooled = n % SPOOL_EVERY === 0;
    await store.insert({
      id,
      endpointId: 'ep_default',
      captured: {
        state: 'complete',
        method: 'POST',
        target: `/${n}`,
        httpVersion: '1.1',
        headers: headersOf(n),
        body: isSpooled
          ? { kind: 'file', path: spool(n, bytes), size: bytes.length }
          : { kind: 'memory', bytes },
        remoteAddress: null,
        receivedAt: Date.now(),
        startedAt: performance.now(),
        bodyMs: 0,
        problem: null,
      },
      provider: null,
      eventType: null,
      messageId: null,
      handshake: null,
      verdict: {
        status: 'unchecked',
        scheme: null,
        reason: 'no-provider',
        hint: null,
        secretLabel: null,
        checks: [],
        findings: [],
        warnings: [],
      },
      verifiedMs: 0,
      response: { status: 200, source: 'canned' },
    });
    process.send?.({ id, n });
    store.recordAnswer({
      id,
      response: { status: 200, source: 'canned' },
      committedMs: 1,
      answeredMs: 2,
    });
  }
}

function spool(n: number, bytes: Buffer): string {
  const path = join(dataDir, 'bodies', 'incoming', `${n}`);
  const file = openSync(path, 'w');
  writeSync(file, bytes);
  closeSync(file);
  return path;
}

process.on('message', (code: number) => process.exit(code));
for (let i = 0; i < 16; i++) void storeForever();
