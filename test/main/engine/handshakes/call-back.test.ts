// The call to a provider's own URL, against a real server over TLS.

import type { RequestListener } from 'node:http';
import { expect, it } from 'vitest';
import { callBack } from '../../../../src/main/engine/handshakes/call-back.ts';
import { providerServer } from './provider-server.ts';

const URL_TO_CALL = 'https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription';
const context = { signal: new AbortController().signal, monotonic: () => performance.now() };

async function called(listener: RequestListener, signal = context.signal) {
  const { agent, asked } = await providerServer(listener);
  return { asked, result: await callBack(URL_TO_CALL, { ...context, agent, signal }) };
}

it('records the answer: status, headers and body', async () => {
  const { asked, result } = await called((_, response) => {
    response.writeHead(200, { 'X-A': 'b' }).end('<ok/>');
  });
  expect(asked).toEqual([`GET ${URL_TO_CALL}`]);
  expect(result).toMatchObject({
    ...{ outcome: 'response', status: 200, failure: null, bodySize: 5, bodyTruncated: false },
    headers: expect.arrayContaining([['X-A', 'b']]),
    body: Buffer.from('<ok/>'),
    timing: { totalMs: expect.any(Number) },
  });
});

it('follows no redirect: it could lead anywhere', async () => {
  const { asked, result } = await called((_, response) => {
    response.writeHead(302, { Location: 'https://attacker.example/' }).end();
  });
  expect(result).toMatchObject({ outcome: 'response', status: 302 });
  expect(asked).toHaveLength(1);
});

it('reads no more than 64 KB of an answer', async () => {
  const { result } = await called((_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536, 'a'))) {}
      response.once('drain', more);
    };
    more();
  });
  expect(result).toMatchObject({ status: 200, bodySize: 65_536, bodyTruncated: true });
});

it('ends as a failure in words when the connection breaks', async () => {
  const { result } = await called((request) => request.socket.destroy());
  expect(result).toMatchObject({
    ...{ outcome: 'failure', status: null, bodySize: 0 },
    failure: { code: 'reset', message: expect.stringContaining('sns.us-west-2.amazonaws.com') },
  });
});

it('trusts only a server that can prove its name', async () => {
  const { untrusting, asked } = await providerServer((_, response) => void response.end());
  const result = await callBack(URL_TO_CALL, { ...context, agent: untrusting });
  expect(result).toMatchObject({ outcome: 'failure', failure: { code: 'tls' } });
  expect(asked).toEqual([]);
});

it('is broken off when Hookglass stops', async () => {
  const stopping = new AbortController();
  const { result } = await called(() => stopping.abort(), stopping.signal);
  expect(result).toMatchObject({ outcome: 'failure', failure: { code: 'interrupted' } });
});
