// A request to a proper destination: what arrives there, what is recorded of its answer.

import { truncate, unlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ForwardMessage } from '../../../../src/main/engine/forward/forward.ts';
import { answers, answersOk } from '../../../support/destinations.ts';
import { file, memory, startForwarding } from './harness.ts';

describe('a forwarded request', () => {
  it('arrives with its method, path, headers and body as they came', async () => {
    const { destination, forward } = await startForwarding(answersOk());
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
      const { destination, forward } = await startForwarding(
        answers('HTTP/1.1 204 No Content\r\n\r\n'),
      );
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
    const { destination, forward } = await startForwarding(answersOk());
    const headers = Array.from({ length: 2000 }, (_, i): [string, string] => [`H${i}`, `${i}`]);
    await forward({ headers });
    expect(destination.requests[0]!.head).toContain('H1999: 1999');
  });

  it('takes a spooled body from its file', async () => {
    const { destination, forward } = await startForwarding(answersOk());
    const bytes = Buffer.alloc(3_000_000, 'abcdefg');
    const { attempt } = await forward({ body: await file(bytes) });
    expect(attempt.outcome).toBe('response');
    expect(destination.requests[0]!.body.equals(bytes)).toBe(true);
  });

  it('fails when the file of its body is gone or cut short', async () => {
    const { forward } = await startForwarding(answersOk());
    const gone = await file(Buffer.alloc(100));
    await unlink(gone.path);
    expect((await forward({ body: gone })).attempt.failure?.code).toBe('body-gone');
    const cut = await file(Buffer.alloc(100));
    await truncate(cut.path, 10);
    expect((await forward({ body: cut })).attempt.failure?.code).toBe('body-gone');
  });

  it('that cannot be sent at all is a failure with the reason', async () => {
    const { forward } = await startForwarding(answersOk());
    const { attempt } = await forward({ method: 'NOT A METHOD' });
    expect(attempt).toMatchObject({ outcome: 'failure', failure: { code: 'interrupted' } });
    expect(attempt.failure?.message).toMatch(/could not be sent/);
  });
});

describe('an answer', () => {
  it('is recorded with its status, headers and body', async () => {
    const { forward } = await startForwarding(
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
    const { destination, forward } = await startForwarding(answersOk());
    const { attempt } = await forward({ target: '/p/a?b=1' });
    expect(attempt.destination).toBe(`${destination.url}/hooks/a?b=1`);
  });

  it('that redirects is recorded and not followed', async () => {
    const { destination, forward } = await startForwarding(
      answers('HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'),
    );
    const { attempt } = await forward();
    expect(attempt).toMatchObject({ outcome: 'response', status: 302 });
    expect(attempt.headers).toContainEqual(['Location', '/elsewhere']);
    expect(destination.requests).toHaveLength(1);
  });

  it('may be chunked, and may follow interim ones', async () => {
    const { forward } = await startForwarding(
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
    const { forward } = await startForwarding(answers(bytes));
    const { attempt } = await forward({ method });
    expect(attempt).toMatchObject({
      outcome: 'response',
      status,
      bodySize: 0,
      bodyTruncated: false,
    });
  });

  it('may end with the connection', async () => {
    const { forward } = await startForwarding(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'),
    );
    const { attempt, body } = await forward();
    expect(attempt).toMatchObject({ outcome: 'response', bodyTruncated: false });
    expect(body.toString()).toBe('all of it');
  });

  it('keeps more than a thousand headers', async () => {
    const lines = Array.from({ length: 2500 }, (_, i) => `h${i}: ${i}\r\n`).join('');
    const { forward } = await startForwarding(
      answers(`HTTP/1.1 200 OK\r\n${lines}Content-Length: 0\r\n\r\n`),
    );
    expect((await forward()).attempt.headers).toHaveLength(2501);
  });

  it('of more than 5 MiB is kept to 5 MiB and counted whole', async () => {
    const size = 6 * 1024 * 1024;
    const { forward } = await startForwarding(answersOk('x'.repeat(size)));
    const { attempt, body } = await forward();
    expect(attempt).toMatchObject({ outcome: 'response', bodySize: size, bodyTruncated: true });
    expect(body.length).toBe(5 * 1024 * 1024);
  });

  it('of exactly 5 MiB is kept whole', async () => {
    const size = 5 * 1024 * 1024;
    const { forward } = await startForwarding(answersOk('x'.repeat(size)));
    const { attempt, body } = await forward();
    expect(attempt.bodyTruncated).toBe(false);
    expect(body.length).toBe(size);
  });

  it('to a CONNECT is its head', async () => {
    const { forward } = await startForwarding(answers('HTTP/1.1 200 OK\r\nX-A: 1\r\n\r\ntunnel'));
    const { attempt } = await forward({ method: 'CONNECT', target: 'db:5432' });
    expect(attempt).toMatchObject({ outcome: 'response', status: 200, bodySize: 0 });
  });
});
