// From a provider's socket through the receiver and the forwarder to a destination, and back.

import { describe, expect, it } from 'vitest';
import {
  failureAnswer,
  passedOnHeaders,
} from '../../../../src/main/engine/forward/provider-answer.ts';
import type { Attempt } from '../../../../src/shared/model.ts';
import {
  answers,
  answersOk,
  answersWithoutEnd,
  type Behaviour,
  type Destination,
  misbehaviours,
} from '../../../support/destinations.ts';
import { connectRaw, type RawClient } from '../../../support/raw-http.ts';
import { type Harness, startHarness } from '../receiver/harness.ts';
import { listen, newForwarder } from './harness.ts';

describe('a destination’s answer passed on to the provider', () => {
  it('has the status, the headers and the bytes of the destination', async () => {
    const { client, destination } = await start(
      answers(
        'HTTP/1.1 207 Multi-Status\r\nX-B: 1\r\nx-a: \xe9\xff\r\nSet-Cookie: a\r\nset-cookie: b\r\nKeep-Alive: timeout=5\r\nDate: long ago\r\nContent-Length: 4\r\n\r\na\0\xffb',
      ),
    );
    await client.send('POST /p/x?y HTTP/1.1\r\nHost: h\r\nX-Sig: s\r\nContent-Length: 2\r\n\r\nhi');
    const answer = await client.response();
    expect(answer.statusLine).toBe('HTTP/1.1 207 Multi-Status');
    expect(answer.headers).toEqual([
      ['X-B', '1'],
      ['x-a', '\xe9\xff'],
      ['Set-Cookie', 'a'],
      ['set-cookie', 'b'],
      ['Date', 'long ago'],
      ['Content-Length', '4'],
      ['Connection', 'keep-alive'],
    ]);
    expect(answer.body.toString('latin1')).toBe('a\0\xffb');
    expect(destination.requests[0]!.head).toMatch(/^POST \/hooks\/x\?y HTTP\/1.1\r\n/);
    client.destroy();
  });

  it.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', '9'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n', null],
    ['GET', 'HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n', null],
  ])('to %s may have no body: %j', async (method, bytes, length) => {
    const { client } = await start(answers(bytes));
    for (let i = 0; i < 2; i++) {
      await client.send(`${method} /p HTTP/1.1\r\nHost: h\r\n\r\n`);
      const answer = await client.response(method);
      expect(answer.status).toBe(Number(bytes.slice(9, 12)));
      expect(answer.headers.find(([name]) => name === 'Content-Length')?.[1] ?? null).toBe(length);
    }
    client.destroy();
  });

  it('arrives event by event', async () => {
    const sockets: Parameters<Behaviour>[0][] = [];
    const { client } = await start((socket) => {
      sockets.push(socket);
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n');
    });
    await client.send('GET /p HTTP/1.1\r\nHost: h\r\n\r\n');
    await client.until((received) => received.includes('\r\n\r\n'));
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      sockets[0]!.write(event);
      await client.until((received) => received.includes(event));
    }
    sockets[0]!.end();
    expect((await client.response()).body.toString()).toBe('data: 1\n\ndata: 2\n\n');
    client.destroy();
  });

  it('is broken off where the destination breaks it off', async () => {
    const { client, attempt } = await start(misbehaviours.closesMidway);
    await client.send('GET /p HTTP/1.1\r\nHost: h\r\n\r\n');
    await expect(client.response()).rejects.toThrow(/ended/);
    expect(await attempt).toMatchObject({
      outcome: 'failure',
      status: 200,
      failure: { code: 'reset' },
    });
  });

  it('stops when the provider leaves in the middle of it', async () => {
    const { client, attempt } = await start(
      answersWithoutEnd('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(50_000)),
    );
    await client.send('GET /p HTTP/1.1\r\nHost: h\r\n\r\n');
    await client.until((received) => received.length > 100_000);
    client.destroy('reset');
    expect(await attempt).toMatchObject({ outcome: 'response', status: 200, bodyTruncated: true });
  });

  it('is recorded whole when the provider had left before it began', async () => {
    const held: (() => void)[] = [];
    const { client, attempt, harness } = await start((socket, request) => {
      held.push(() => answersOk('for the record')(socket, request));
      client.destroy('reset');
    });
    await client.send('GET /p HTTP/1.1\r\nHost: h\r\n\r\n');
    await harness.captured(1);
    await new Promise<void>((resolve) => harness.exchanges[0]!.onGone(resolve));
    while (held.length === 0) await new Promise((resolve) => setImmediate(resolve));
    held[0]!();
    expect(await attempt).toMatchObject({ outcome: 'response', status: 200, bodySize: 14 });
  });

  it('is a plain 502 or 504 when there is none', async () => {
    const refused = await start(misbehaviours.closesBeforeAnswering);
    await refused.client.send('GET /p HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await refused.client.response()).status).toBe(502);
    const silent = await start(misbehaviours.neverAnswers, 100);
    await silent.client.send('GET /p HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await silent.client.response()).status).toBe(504);
    refused.client.destroy();
    silent.client.destroy();
  });
});

interface Started {
  client: RawClient;
  destination: Destination;
  harness: Harness;
  /** The first attempt, as it ended. */
  attempt: Promise<Partial<Attempt>>;
}

async function start(behave: Behaviour, timeoutMs = 10_000): Promise<Started> {
  const destination = await listen(behave);
  const forwarder = newForwarder();
  const results: ((attempt: Partial<Attempt>) => void)[] = [];
  const attempt = new Promise<Partial<Attempt>>((resolve) => results.push(resolve));
  const harness = await startHarness({
    async answer(exchange, message) {
      const result = await forwarder.forward({
        message,
        endpointPath: '/p',
        destination: `${destination.url}/hooks`,
        timeoutMs,
        onResponse: ({ status, headers, body }) =>
          void exchange.stream(status, passedOnHeaders(headers), body),
      });
      for (const tell of results) tell(result.attempt);
      const { status, headers, body } = failureAnswer(result.attempt.failure);
      await exchange.respond(status, headers, body);
    },
  });
  return { client: await connectRaw(harness.port), destination, harness, attempt };
}
