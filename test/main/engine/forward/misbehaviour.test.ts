// Destinations that misbehave, answers that are passed on, and attempts that are broken off.

import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createForwarder,
  type Forwarder,
  type ForwardRequest,
} from '../../../../src/main/engine/forward/forward.ts';
import {
  answers,
  answersOk,
  answersWithoutEnd,
  type Behaviour,
  type Destination,
  type DestinationOptions,
  misbehaviours,
  startDestination,
  unusedPort,
} from '../../../support/destinations.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('a destination', () => {
  it('that is not there is named, with what to do', async () => {
    const port = await unusedPort();
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'api.localhost']) {
      const { attempt } = await send(`http://${host}:${port}`);
      expect(attempt).toMatchObject({
        outcome: 'failure',
        status: null,
        failure: {
          code: 'refused',
          message: `Nothing is listening on ${host}:${port}. Start your server, then replay.`,
        },
      });
    }
  });

  it.each(['127.0.0.1', '::1'])('at localhost is found where only %s listens', async (host) => {
    const { port } = await start(answersOk(), { host });
    const { attempt } = await send(`http://localhost:${port}`);
    expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
  });

  it('below localhost is this machine, whatever DNS says', async () => {
    const { port, requests } = await start(answersOk());
    const { attempt } = await send(`http://a.b.localhost:${port}`);
    expect(attempt.outcome).toBe('response');
    expect(requests[0]!.head).toContain(`Host: a.b.localhost:${port}`);
  });

  it('whose name does not exist is a failure of DNS', async () => {
    const { attempt } = await send('http://does-not-exist.invalid');
    expect(attempt.failure).toMatchObject({
      code: 'dns',
      message: expect.stringMatching(/does-not-exist\.invalid could not be found/),
    });
  });

  it('that is no web address is a failure too', async () => {
    const { attempt } = await send('ftp://localhost/x');
    expect(attempt.failure?.message).toMatch(/not a web address/);
  });

  it.each([
    ['never answers', misbehaviours.neverAnswers, 'timeout', /did not answer within 300 ms/],
    ['stops midway', misbehaviours.stopsMidway, 'timeout', /rest did not come within 300 ms/],
    ['answers garbage', misbehaviours.answersGarbage, 'malformed-response', /not valid HTTP/],
    ['closes before answering', misbehaviours.closesBeforeAnswering, 'reset', /before it answered/],
    ['resets before answering', misbehaviours.resetsBeforeAnswering, 'reset', /before it answered/],
    ['closes midway', misbehaviours.closesMidway, 'reset', /in the middle/],
    ['sends bad chunks', misbehaviours.sendsBadChunks, 'malformed-response', /not valid HTTP/],
    ['sends endless headers', misbehaviours.sendsEndlessHeaders, 'malformed-response', /64 KiB/],
    ['sends endless interims', misbehaviours.sendsEndlessInterims, 'malformed-response', /interim/],
    ['switches protocols', misbehaviours.switchesProtocols, 'malformed-response', /protocol/],
  ] as const)('that %s is told so', async (_name, behave, code, words) => {
    const { url, port } = await start(behave);
    const { attempt } = await send(url, { timeoutMs: code === 'timeout' ? 300 : 10_000 });
    expect(attempt).toMatchObject({ outcome: 'failure', failure: { code } });
    expect(attempt.failure?.message).toMatch(words);
    expect(attempt.failure?.message).toContain(`127.0.0.1:${port}`);
  });

  it('that closes midway leaves what had come', async () => {
    const { url } = await start(misbehaviours.closesMidway);
    const { attempt, body } = await send(url);
    expect(attempt).toMatchObject({ status: 200, bodySize: 100, bodyTruncated: true });
    expect(attempt.headers).toContainEqual(['X-A', '1']);
    expect(body.toString()).toBe('only this');
  });

  it('that answers without end is left when nobody waits for it', async () => {
    const { url } = await start(
      answersWithoutEnd(
        'HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n',
        'x'.repeat(65_536),
      ),
    );
    const { attempt, body } = await send(url);
    expect(attempt).toMatchObject({
      outcome: 'response',
      status: 200,
      bodySize: 1_073_741_824,
      bodyTruncated: true,
      failure: null,
    });
    expect(body.length).toBe(5 * 1024 * 1024);
  });

  it('that answers early, before it has read the request, is heard', async () => {
    const { url } = await start(() => {}, {
      onConnect: (socket) =>
        socket.once('data', () => {
          socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno!');
        }),
    });
    const { attempt, body } = await send(url, {
      message: {
        method: 'POST',
        target: '/',
        headers: [],
        body: { kind: 'memory', bytes: Buffer.alloc(10_000_000) },
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', status: 413 });
    expect(body.toString()).toBe('no!');
  });

  it('that is slow is waited for when there is no limit', async () => {
    const { url } = await start((socket, request) => {
      setTimeout(() => answersOk()(socket, request), 60);
    });
    expect((await send(url, { timeoutMs: 0 })).attempt.outcome).toBe('response');
  });
});

describe('TLS', () => {
  it('takes a self-signed certificate on this machine', async () => {
    const { port } = await start(answersOk(), { tls: true });
    for (const host of ['localhost', '127.0.0.1']) {
      const { attempt } = await send(`https://${host}:${port}`);
      expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
    }
  });

  it('sends nothing to a certificate that is not trusted elsewhere', async () => {
    const { port, requests } = await start(answersOk(), { tls: true });
    // Leads here on this system, but is no name of this machine.
    const { attempt } = await send(`https://0.0.0.0:${port}`);
    expect(attempt.failure).toMatchObject({
      code: 'tls',
      message: expect.stringMatching(/trusts/),
    });
    expect(requests).toEqual([]);
  });

  it('is told from plain HTTP, both ways', async () => {
    const plain = await start(answers('HTTP/1.1 400 Bad Request\r\n\r\n'), {
      onConnect: (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
    });
    const toPlain = await send(`https://127.0.0.1:${plain.port}`);
    expect(toPlain.attempt.failure).toMatchObject({
      code: 'tls',
      message: expect.stringMatching(/begin with http:\/\//),
    });
    const secure = await start(answersOk(), { tls: true });
    const toSecure = await send(`http://127.0.0.1:${secure.port}`);
    expect(toSecure.attempt.outcome).toBe('failure');
  });
});

describe('passing an answer on', () => {
  it('begins when its head is here, and goes on piece by piece', async () => {
    let socketOf: Parameters<Behaviour>[0] | null = null;
    const { url } = await start((socket) => {
      socketOf = socket;
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n');
    });
    const seen: string[] = [];
    const { attempt, body } = await send(url, {
      onResponse(response) {
        expect(response.status).toBe(200);
        expect(response.headers).toContainEqual(['Content-Type', 'text/event-stream']);
        response.body.on('data', (chunk: Buffer) => {
          seen.push(chunk.toString());
          if (seen.length === 1) socketOf!.write('data: 2\n\n');
          else socketOf!.end();
        });
      },
    });
    expect(seen).toEqual(['data: 1\n\n', 'data: 2\n\n']);
    expect(attempt.outcome).toBe('response');
    expect(body.toString()).toBe('data: 1\n\ndata: 2\n\n');
  });

  it('slows the destination down when it is paused, and is no stall', async () => {
    const { url } = await start(answersOk('x'.repeat(20_000_000)));
    let most = 0;
    const { attempt } = await send(url, {
      timeoutMs: 300,
      onResponse({ body }) {
        let got = 0;
        body.on('data', (chunk: Buffer) => {
          got += chunk.length;
          most = Math.max(most, body.readableLength);
          if (got > 1000 && !body.isPaused() && got < 200_000) {
            body.pause();
            setTimeout(() => body.resume(), 700);
          }
        });
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', bodySize: 20_000_000 });
    expect(most).toBeLessThan(1_000_000);
  });

  it('ends the attempt, without a failure, when whoever read it has left', async () => {
    const { url } = await start(answersWithoutEnd('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(10_000)));
    const { attempt } = await send(url, {
      onResponse({ body }) {
        body.once('data', () => body.destroy());
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200, bodyTruncated: true });
  });

  it('is recorded all the same when passing it on fails', async () => {
    const { url } = await start(answersOk('kept'));
    const { attempt, body } = await send(url, {
      onResponse() {
        throw new Error('a bug');
      },
    });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
    expect(body.toString()).toBe('kept');
  });

  it('breaks off where the destination breaks off', async () => {
    const { url } = await start(misbehaviours.closesMidway);
    const copy = new PassThrough();
    const closed = new Promise<boolean>((resolve) => {
      copy.on('close', () => resolve(copy.readableEnded));
    });
    await send(url, {
      onResponse({ body }) {
        body.pipe(copy);
        body.on('close', () => copy.destroy());
      },
    });
    expect(await closed).toBe(false);
  });
});

describe('interrupting', () => {
  it('ends an attempt under way, at once', async () => {
    const stop = new AbortController();
    const { url } = await start(() => stop.abort());
    const { attempt } = await send(url, { signal: stop.signal });
    expect(attempt).toMatchObject({ outcome: 'failure', failure: { code: 'interrupted' } });
  });

  it('before it began ends it too', async () => {
    const { url, requests } = await start(answersOk());
    const { attempt } = await send(url, { signal: AbortSignal.abort() });
    expect(attempt.failure?.code).toBe('interrupted');
    expect(requests).toEqual([]);
  });

  it('happens to all when the forwarder is closed', async () => {
    const forwarder = newForwarder();
    let arrived = 0;
    const { url } = await start(() => {
      if (++arrived === 2) forwarder.close();
    });
    const results = await Promise.all([send(url, {}, forwarder), send(url, {}, forwarder)]);
    for (const { attempt } of results) expect(attempt.failure?.code).toBe('interrupted');
  });

  it('may be possible for many attempts by one signal', async () => {
    const warnings: string[] = [];
    const onWarning = (warning: Error) => warnings.push(warning.name);
    process.on('warning', onWarning);
    const stop = new AbortController();
    const { url } = await start(answersOk());
    const forwarder = newForwarder();
    await Promise.all(
      Array.from({ length: 30 }, () => send(url, { signal: stop.signal }, forwarder)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });
});

describe('refuse', () => {
  it('is an attempt that was not made', () => {
    const failure = { code: 'unconfirmed', message: 'Not confirmed.' } as const;
    expect(newForwarder().refuse('http://x.example/', failure).attempt).toMatchObject({
      destination: 'http://x.example/',
      outcome: 'failure',
      status: null,
      failure,
      timing: { totalMs: null },
    });
  });
});

function newForwarder(): Forwarder {
  const forwarder = createForwarder({ monotonic: () => performance.now() });
  cleanups.push(forwarder.close);
  return forwarder;
}

async function start(behave: Behaviour, options?: DestinationOptions): Promise<Destination> {
  const destination = await startDestination(behave, options);
  cleanups.push(destination.close);
  return destination;
}

function send(
  destination: string,
  request: Partial<ForwardRequest> = {},
  forwarder = newForwarder(),
) {
  return forwarder.forward({
    message: {
      method: 'POST',
      target: '/',
      headers: [['Host', 'h']],
      body: { kind: 'memory', bytes: Buffer.from('hi') },
    },
    endpointPath: '/',
    destination,
    timeoutMs: 10_000,
    ...request,
  });
}
