// A request to a proper destination: what arrives there, what is recorded of its answer.

import { mkdtemp, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Body } from '../../../../src/main/engine/body.ts';
import {
  createForwarder,
  type ForwardMessage,
  type ForwardRequest,
  type ForwardResult,
} from '../../../../src/main/engine/forward/forward.ts';
import {
  answers,
  answersOk,
  type Behaviour,
  type Destination,
  type DestinationOptions,
  startDestination,
} from '../../../support/destinations.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('a forwarded request', () => {
  it('arrives with its method, path, headers and body as they came', async () => {
    const { destination, forward } = await start(answersOk());
    await forward({
      method: 'PATCH',
      target: '/p/a%2Fb/../\xe9?x=%20&x="[]"',
      headers: [
        ['X-B', '1'],
        ['Host', 'x.loca.lt'],
        ['x-a', 'caf\xe9 \xff'],
        ['Content-Disposition', 'form-data; name="\xe9"'],
        ['Content-Length', '5'],
        ['content-disposition', 'form-data; name="\xff\xc3\xa9"'],
        ['X-B', '2'],
      ],
      body: memory('a\0\xffbc'),
    });
    const [request] = destination.requests;
    expect(request!.head.split('\r\n')).toEqual([
      'PATCH /hooks/a%2Fb/../\xe9?x=%20&x="[]" HTTP/1.1',
      'X-B: 1',
      `Host: 127.0.0.1:${destination.port}`,
      'x-a: caf\xe9 \xff',
      'Content-Disposition: form-data; name="\xe9"',
      'Content-Length: 5',
      'content-disposition: form-data; name="\xff\xc3\xa9"',
      'X-B: 2',
      'Connection: keep-alive',
    ]);
    expect(request!.body.toString('latin1')).toBe('a\0\xffbc');
  });

  it.each(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'POST', 'PUT', 'PROPFIND', 'QUERY', 'BREW'])(
    'arrives as a %s, with a body and without',
    async (method) => {
      const { destination, forward } = await start(answers('HTTP/1.1 204 No Content\r\n\r\n'));
      for (const text of ['', 'hi']) {
        const headers = [['Host', 'h']] as ForwardMessage['headers'];
        const { attempt } = await forward({ method, headers, body: memory(text) });
        expect(attempt).toMatchObject({ outcome: 'response', status: 204 });
      }
      expect(destination.requests.map(({ body }) => body.toString())).toEqual(['', 'hi']);
      for (const { head } of destination.requests) {
        expect(head).toMatch(new RegExp(`^${method} /hooks HTTP/1.1\r\n`));
        expect(head).not.toMatch(/transfer-encoding/i);
      }
    },
  );

  it('may have two thousand headers', async () => {
    const { destination, forward } = await start(answersOk());
    const headers = Array.from({ length: 2000 }, (_, i): [string, string] => [`H${i}`, `${i}`]);
    await forward({ headers });
    expect(destination.requests[0]!.head).toContain('H1999: 1999');
  });

  it('takes a spooled body from its file', async () => {
    const { destination, forward } = await start(answersOk());
    const bytes = Buffer.alloc(3_000_000, 'abcdefg');
    const { attempt } = await forward({ body: await file(bytes) });
    expect(attempt.outcome).toBe('response');
    expect(destination.requests[0]!.body.equals(bytes)).toBe(true);
  });

  it('fails when the file of its body is gone or cut short', async () => {
    const { forward } = await start(answersOk());
    const gone = await file(Buffer.alloc(100));
    await unlink(gone.path);
    expect((await forward({ body: gone })).attempt.failure?.code).toBe('body-gone');
    const cut = await file(Buffer.alloc(100));
    await truncate(cut.path, 10);
    expect((await forward({ body: cut })).attempt.failure?.code).toBe('body-gone');
  });

  it('that cannot be sent at all is a failure with the reason', async () => {
    const { forward } = await start(answersOk());
    const { attempt } = await forward({ method: 'NOT A METHOD' });
    expect(attempt).toMatchObject({ outcome: 'failure', failure: { code: 'interrupted' } });
    expect(attempt.failure?.message).toMatch(/could not be sent/);
  });
});

describe('an answer', () => {
  it('is recorded with its status, headers and body', async () => {
    const { forward } = await start(
      answers(
        'HTTP/1.1 418 Tea\r\nX-B: 1\r\nx-a: \xe9\xff\r\nX-B: 2\r\nContent-Length: 3\r\n\r\na\0\xff',
      ),
    );
    const { attempt, body } = await forward();
    expect(attempt).toMatchObject({
      outcome: 'response',
      status: 418,
      headers: [
        ['X-B', '1'],
        ['x-a', '\xe9\xff'],
        ['X-B', '2'],
        ['Content-Length', '3'],
      ],
      bodySize: 3,
      bodyTruncated: false,
      failure: null,
    });
    expect(body.toString('latin1')).toBe('a\0\xff');
  });

  it('names the URL that the request went to', async () => {
    const { destination, forward } = await start(answersOk());
    const { attempt } = await forward({ target: '/p/a?b=1' });
    expect(attempt.destination).toBe(`${destination.url}/hooks/a?b=1`);
  });

  it('that redirects is recorded and not followed', async () => {
    const { destination, forward } = await start(
      answers('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'),
    );
    const { attempt } = await forward();
    expect(attempt).toMatchObject({ outcome: 'response', status: 302 });
    expect(attempt.headers).toContainEqual(['Location', '/elsewhere']);
    expect(destination.requests).toHaveLength(1);
  });

  it('may be chunked, and may follow interim ones', async () => {
    const { forward } = await start(
      answers(
        'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n',
      ),
    );
    const { attempt, body } = await forward();
    expect(attempt.status).toBe(200);
    expect(body.toString()).toBe('abc');
  });

  it.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n', 200],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n', 304],
    ['POST', 'HTTP/1.1 204 No Content\r\n\r\n', 204],
  ])('to %s may have no body (%s)', async (method, bytes, status) => {
    const { forward } = await start(answers(bytes));
    const { attempt } = await forward({ method });
    expect(attempt).toMatchObject({
      outcome: 'response',
      status,
      bodySize: 0,
      bodyTruncated: false,
    });
  });

  it('may end with the connection', async () => {
    const { forward } = await start(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'),
    );
    const { attempt, body } = await forward();
    expect(attempt).toMatchObject({ outcome: 'response', bodyTruncated: false });
    expect(body.toString()).toBe('all of it');
  });

  it('keeps more than a thousand headers', async () => {
    const lines = Array.from({ length: 2500 }, (_, i) => `h${i}: ${i}\r\n`).join('');
    const { forward } = await start(
      answers(`HTTP/1.1 200 OK\r\n${lines}Content-Length: 0\r\n\r\n`),
    );
    expect((await forward()).attempt.headers).toHaveLength(2501);
  });

  it('of more than 5 MiB is kept to 5 MiB and counted whole', async () => {
    const size = 6 * 1024 * 1024;
    const { forward } = await start(answersOk('x'.repeat(size)));
    const { attempt, body } = await forward();
    expect(attempt).toMatchObject({ outcome: 'response', bodySize: size, bodyTruncated: true });
    expect(body.length).toBe(5 * 1024 * 1024);
  });

  it('of exactly 5 MiB is kept whole', async () => {
    const size = 5 * 1024 * 1024;
    const { forward } = await start(answersOk('x'.repeat(size)));
    const { attempt, body } = await forward();
    expect(attempt.bodyTruncated).toBe(false);
    expect(body.length).toBe(size);
  });

  it('to a CONNECT is its head', async () => {
    const { forward } = await start(answers('HTTP/1.1 200 OK\r\nX-A: 1\r\n\r\ntunnel'));
    const { attempt } = await forward({ method: 'CONNECT', target: 'db:5432' });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200, bodySize: 0 });
  });
});

describe('timing', () => {
  it('tells the phases of a new connection', async () => {
    const { forward } = await start(answersOk());
    const { timing } = (await forward()).attempt;
    expect(timing.dnsMs).toBeNull();
    expect(timing.tlsMs).toBeNull();
    for (const phase of ['connectMs', 'sendMs', 'waitMs', 'receiveMs', 'totalMs'] as const) {
      expect(timing[phase]).toBeGreaterThanOrEqual(0);
    }
    const { connectMs, sendMs, waitMs, receiveMs, totalMs } = timing;
    expect(connectMs! + sendMs! + waitMs! + receiveMs!).toBeCloseTo(totalMs!, 5);
  });

  it('has no connecting on a connection that was kept', async () => {
    const { destination, forward } = await start(answersOk());
    await forward();
    const { timing } = (await forward()).attempt;
    expect(destination.connections()).toBe(1);
    expect(timing).toMatchObject({ dnsMs: null, connectMs: null, tlsMs: null });
    expect(timing.sendMs! + timing.waitMs! + timing.receiveMs!).toBeCloseTo(timing.totalMs!, 5);
  });

  it('tells the phases of a name and of TLS', async () => {
    const { destination, forward } = await start(answersOk(), { tls: true });
    const { attempt } = await forward({}, { destination: `https://localhost:${destination.port}` });
    const { dnsMs, connectMs, tlsMs, sendMs, waitMs, receiveMs, totalMs } = attempt.timing;
    expect(dnsMs! + connectMs! + tlsMs! + sendMs! + waitMs! + receiveMs!).toBeCloseTo(totalMs!, 5);
    expect(tlsMs).toBeGreaterThan(0);
  });

  it('ends where the try ended', async () => {
    const { forward } = await start(() => {});
    const { timing } = (await forward({}, { timeoutMs: 200 })).attempt;
    expect(timing.connectMs).not.toBeNull();
    expect(timing).toMatchObject({ waitMs: null, receiveMs: null });
    expect(timing.totalMs).toBeGreaterThanOrEqual(199);
  });
});

describe('a connection that was kept', () => {
  it('and is closed by the server when it is used again, is replaced without a failure', async () => {
    const { destination, forward } = await start((socket, request) => {
      if (request.connection === 1 && destination.requests.length === 2) socket.resetAndDestroy();
      else answersOk()(socket, request);
    });
    await forward();
    const { attempt } = await forward({ body: memory('once more') });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200 });
    expect(destination.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    expect(destination.requests[2]!.body.toString()).toBe('once more');
  });

  it('is not replaced once a byte of an answer has come', async () => {
    const { destination, forward } = await start((socket, request) => {
      if (destination.requests.length === 1) answersOk()(socket, request);
      else socket.write('HTTP/1.1 2', () => socket.resetAndDestroy());
    });
    await forward();
    const { attempt } = await forward();
    expect(attempt.failure?.code).toBe('reset');
    expect(destination.requests).toHaveLength(2);
  });

  it('is replaced only once', async () => {
    const { destination, forward } = await start((socket, request) => {
      if (destination.requests.length === 1) answersOk()(socket, request);
      else socket.resetAndDestroy();
    });
    await forward();
    expect((await forward()).attempt.failure?.code).toBe('reset');
    expect(destination.requests).toHaveLength(3);
  });
});

interface Started {
  destination: Destination;
  forward(
    message?: Partial<ForwardMessage>,
    request?: Partial<ForwardRequest>,
  ): Promise<ForwardResult>;
}

async function start(behave: Behaviour, options?: DestinationOptions): Promise<Started> {
  const destination = await startDestination(behave, options);
  const forwarder = createForwarder({ monotonic: () => performance.now() });
  cleanups.push(destination.close, forwarder.close);
  return {
    destination,
    forward: (message, request) =>
      forwarder.forward({
        message: {
          method: 'POST',
          target: '/p',
          headers: [['Host', 'h']],
          body: memory(''),
          ...message,
        },
        endpointPath: '/p',
        destination: `${destination.url}/hooks`,
        timeoutMs: 10_000,
        ...request,
      }),
  };
}

function memory(text: string): Body {
  return { kind: 'memory', bytes: Buffer.from(text, 'latin1') };
}

async function file(bytes: Buffer): Promise<Extract<Body, { kind: 'file' }>> {
  const folder = await mkdtemp(join(tmpdir(), 'hookglass-forward-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'body');
  await writeFile(path, bytes);
  return { kind: 'file', path, size: bytes.length };
}
