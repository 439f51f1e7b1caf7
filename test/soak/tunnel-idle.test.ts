// A tunnel that nobody used for two minutes must deliver the next request. Takes 2 min 10 s:
//   npx vitest run --config test/soak/vitest.config.ts test/soak/tunnel-idle.test.ts
// The trap: a pooled connection is one on which no request has begun, and Node's HTTP server answers
// such a connection 408 after a minute unless it is told otherwise.

import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { createLocaltunnelClient } from '../../src/main/engine/tunnel/localtunnel.ts';
import { allBytes, startReceiver } from '../main/engine/tunnel/support/receiver.ts';
import { startLocaltunnelServer } from '../support/localtunnel-server.ts';

const IDLE_MS = 120_000;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('delivers on every connection of the pool after 120 s of idleness', async () => {
  const server = await startLocaltunnelServer();
  cleanups.push(() => server.stop());
  const receiver = await startReceiver();
  cleanups.push(() => receiver.close());
  const client = createLocaltunnelClient({ host: () => server.host });
  const opened = await client.open({
    ...{ port: receiver.port, subdomain: 'patience', signal: new AbortController().signal },
  });
  if (opened.outcome === 'failed') throw new Error(opened.reason);
  cleanups.push(() => opened.tunnel.close());
  let lost: string | null = null;
  opened.tunnel.onLost((reason) => {
    lost = reason;
  });

  // One connection has been used before and nine have not: both kinds have to last.
  const post = (target: string) =>
    server.publicRequest({ name: 'patience', method: 'POST', target, body: allBytes(4) });
  expect((await post('/before')).status).toBe(200);
  await wait(IDLE_MS);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => post(`/${i}`)));

  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  for (const { body } of receiver.received) expect(body.equals(allBytes(4))).toBe(true);
  expect(receiver.received).toHaveLength(21);
  expect(lost).toBeNull();
});
