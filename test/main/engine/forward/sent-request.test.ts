// What an attempt is said to have sent is what its destination received.

import { expect, it } from 'vitest';
import { answersOk, startDestination } from '../../../support/destinations.ts';
import { testEngine } from '../../../support/engine.ts';
import { connectRaw } from '../../../support/raw-http.ts';

const REQUEST = [
  'PUT /a%2fb?x=%20 HTTP/1.1',
  'host: example.test',
  'X-Same: 1',
  'x-same: 2',
  'Connection: close, X-Gone',
  'X-Gone: hop',
  'Transfer-Encoding: chunked',
  '',
  '3',
  'abc',
  '0',
  '',
  '',
].join('\r\n');

it('tells line and headers of an attempt as the destination received them', async () => {
  const destination = await startDestination(answersOk());
  const engine = await testEngine();
  await engine.call('endpoints.update', {
    id: 'ep_default',
    forwardTo: `http://127.0.0.1:${destination.port}/in?own=1`,
    respond: { mode: 'forward' },
  });
  const client = await connectRaw(Number(new URL(engine.receiverUrl).port));
  await client.send(REQUEST);
  await client.response();
  client.destroy();

  const { id } = await engine.delivery(0);
  const { attempts } = await engine.call('deliveries.get', { id });
  const told = await engine.call('attempts.request', { id: attempts[0]?.id ?? '' });
  const head = destination.requests[0]?.head.split('\r\n') ?? [];
  expect([
    `${told.method} ${told.target} HTTP/1.1`,
    ...told.headers.map((pair) => pair.join(': ')),
  ]).toEqual(head.filter((line) => line !== '' && !line.startsWith('Connection:')));
  expect(told.target).toBe('/in/a%2fb?own=1&x=%20');
});
