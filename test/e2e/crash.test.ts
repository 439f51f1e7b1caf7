// kill -9 under load, again and again on the same data: what was acknowledged is there afterwards, byte
// for byte.

import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { makeFolder } from './support/at-end.ts';
import { type Headless, startHeadless } from './support/headless.ts';

const KILLS = 20;
const CONNECTIONS = 16;

/** Body hashes by the id each request carries in its target. */
type Acknowledged = Map<string, string>;

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Posts without a pause until the receiver is gone, and notes what it acknowledged. */
async function postUntilGone(host: Headless, round: number, acknowledged: Acknowledged) {
  let sent = 0;
  const onAcknowledged = new Set<() => void>();
  const post = (target: string, body: Buffer) =>
    new Promise<number>((resolve, reject) => {
      const sending = request(`${host.receiverUrl}${target}`, { method: 'POST', agent: false });
      sending.on('error', reject);
      sending.on('response', (response) => {
        response.on('error', reject);
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      sending.end(body);
    });
  const worker = async () => {
    for (;;) {
      const number = sent++;
      const target = `/crash/${round}/${number}`;
      // Every 40th is large enough to be spooled to a file.
      const body = randomBytes(number % 40 === 7 ? 1_200_000 : 1 + ((number * 37) % 3000));
      try {
        if ((await post(target, body)) !== 200) return;
      } catch {
        return;
      }
      acknowledged.set(target, sha256(body));
      for (const listener of onAcknowledged) listener();
    }
  };
  const workers = Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return {
    /** Resolves when this many were acknowledged in this round. */
    reached(count: number) {
      let left = count;
      return new Promise<void>((resolve) => {
        onAcknowledged.add(() => {
          if (--left <= 0) resolve();
        });
      });
    },
    workers,
  };
}

it(`loses nothing that it acknowledged in ${KILLS} crashes`, { timeout: 240_000 }, async () => {
  const dataDir = makeFolder();
  const acknowledged: Acknowledged = new Map();
  for (let round = 0; round < KILLS; round++) {
    const host = await startHeadless({ dataDir });
    const load = await postUntilGone(host, round, acknowledged);
    await load.reached(20 + Math.floor(Math.random() * 300));
    await host.kill9();
    await load.workers;
  }

  const host = await startHeadless({ dataDir });
  const stored = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(host, cursor);
    for (const { id, target, state } of page.items) {
      if (state !== 'complete' || !acknowledged.has(target)) continue;
      const { base64 } = await host.call('deliveries.body', { id });
      stored.set(target, sha256(Buffer.from(base64, 'base64')));
    }
    cursor = page.nextCursor;
  } while (cursor !== null);

  expect(acknowledged.size).toBeGreaterThan(KILLS * 20);
  expect(stored).toEqual(acknowledged);
});

const list = (host: Headless, cursor: string | null) =>
  host.call('deliveries.list', { limit: 500, cursor });
