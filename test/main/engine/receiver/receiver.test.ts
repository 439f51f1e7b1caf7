// What arrives whole: captured byte for byte, whatever it is, and answered.

import { METHODS } from 'node:http';
import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness, textOf } from './harness.ts';

describe('a request that is whole', () => {
  it('is captured with its method, target, version, headers and body as they came', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(
      port,
      'POST /a/b?x=1&x=%20 HTTP/1.1\r\nHost: h\r\nX-B: 1\r\nx-a:  two \r\nX-B: 3\r\nEmpty:\r\nContent-Length: 4\r\n\r\na\0\xffb',
    );
    const [seen] = await captured(1);
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe('ok');
    expect(seen).toMatchObject({
      state: 'complete',
      method: 'POST',
      target: '/a/b?x=1&x=%20',
      httpVersion: '1.1',
      headers: [
        ['Host', 'h'],
        ['X-B', '1'],
        ['x-a', 'two'],
        ['X-B', '3'],
        ['Empty', ''],
        ['Content-Length', '4'],
      ],
      remoteAddress: '127.0.0.1',
      problem: null,
    });
    expect(await textOf(seen!.body)).toBe('a\0\xffb');
  });

  it('says when its head and its body were complete', async () => {
    const before = Date.now();
    const startedBefore = performance.now();
    const { port, captured } = await startHarness();
    await rawRequest(port, 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx');
    const [seen] = await captured(1);
    expect(seen!.receivedAt).toBeGreaterThanOrEqual(before);
    expect(seen!.receivedAt).toBeLessThanOrEqual(Date.now());
    expect(seen!.startedAt).toBeGreaterThanOrEqual(startedBefore);
    expect(seen!.bodyMs).toBeGreaterThanOrEqual(0);
  });

  it('keeps every byte of a header value, as latin1', async () => {
    const { port, captured } = await startHarness();
    const value = Array.from({ length: 128 }, (_, i) => String.fromCharCode(i + 128)).join('');
    await rawRequest(port, `GET / HTTP/1.1\r\nHost: h\r\nX-Bytes: a\t${value}b\r\n\r\n`);
    const [seen] = await captured(1);
    expect(seen!.headers[1]).toEqual(['X-Bytes', `a\t${value}b`]);
  });

  it('keeps more than a thousand headers', async () => {
    const { port, captured } = await startHarness();
    const lines = Array.from({ length: 2500 }, (_, i) => `h${i}: ${i}\r\n`).join('');
    await rawRequest(port, `GET / HTTP/1.1\r\nHost: h\r\n${lines}\r\n`);
    const [seen] = await captured(1);
    expect(seen!.headers).toHaveLength(2501);
    expect(seen!.headers[2500]).toEqual(['h2499', '2499']);
  });

  it.each(METHODS.filter((method) => method !== 'CONNECT'))('may use %s', async (method) => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(port, `${method} /m HTTP/1.1\r\nHost: h\r\n\r\n`, method);
    expect(answer.status).toBe(200);
    expect(await captured(1)).toMatchObject([{ state: 'complete', method, target: '/m' }]);
  });

  it.each([
    ['*', '*'],
    ['a whole URL', 'http://other.example:81/x?y#z'],
    ['dots and escapes', '/%00%ff/../..//a;b=c?d[]=e&&f'],
    ['characters that should be escaped', '/"<>{}|\\^`'],
    ['double slashes', '//two//slashes'],
    ['a fragment', '/a#b?c'],
    ['40,000 characters', `/${'long'.repeat(10_000)}`],
  ])('may have a target of %s', async (_name, target) => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(port, `OPTIONS ${target} HTTP/1.1\r\nHost: h\r\n\r\n`);
    expect(answer.status).toBe(200);
    expect(await captured(1)).toMatchObject([{ state: 'complete', target }]);
  });

  it('may be chunked, with extensions and trailers', async () => {
    const { port, captured } = await startHarness();
    await rawRequest(
      port,
      'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\na\0c\r\n2\r\nde\r\n0\r\nX-T: 1\r\n\r\n',
    );
    const [seen] = await captured(1);
    expect(await textOf(seen!.body)).toBe('a\0cde');
    expect(seen!.state).toBe('complete');
  });

  it.each(['', 'Content-Length: 0\r\n', 'Transfer-Encoding: chunked\r\n'])(
    'may have no body (%j)',
    async (framing) => {
      const { port, captured } = await startHarness();
      const end = framing.startsWith('T') ? '0\r\n\r\n' : '';
      await rawRequest(port, `PUT / HTTP/1.1\r\nHost: h\r\n${framing}\r\n${end}`);
      const [seen] = await captured(1);
      expect(seen).toMatchObject({ state: 'complete', body: { kind: 'memory' } });
      expect(await textOf(seen!.body)).toBe('');
    },
  );

  it('may come a byte at a time', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    client.socket.setNoDelay(true);
    for (const byte of 'POST /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc') {
      await client.send(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await client.response()).status).toBe(200);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({ state: 'complete', target: '/slow' });
    expect(await textOf(seen!.body)).toBe('abc');
    client.destroy();
  });

  it('may be HTTP/1.0, without a Host', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('POST /old HTTP/1.0\r\nContent-Length: 2\r\n\r\nhi');
    expect((await client.response()).status).toBe(200);
    expect((await client.rest()).length).toBe(0);
    expect(await captured(1)).toMatchObject([{ state: 'complete', httpVersion: '1.0' }]);
  });

  it('may ask for an upgrade, and is then a request like any other', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(
      port,
      'POST /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 2\r\n\r\nhi',
    );
    expect(answer.status).toBe(200);
    expect(answer.headers).toContainEqual(['Connection', 'close']);
    const [seen] = await captured(1);
    expect(await textOf(seen!.body)).toBe('hi');
  });

  it('is answered although the client has closed its own side', async () => {
    const { port } = await startHarness({
      answer: (exchange) => setImmediate(() => void exchange.respond(200, [], 'still here')),
    });
    const client = await connectRaw(port);
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi');
    client.end();
    expect((await client.response()).body.toString()).toBe('still here');
  });
});

describe('a check of our own', () => {
  it('is answered at once and not captured', async () => {
    const asked: string[] = [];
    const { port, captures } = await startHarness({
      answerProbe(method, target) {
        asked.push(`${method} ${target}`);
        return target.endsWith('known') ? 'the proof' : null;
      },
    });
    const answer = await rawRequest(
      port,
      'GET /.well-known/hookglass-probe/known HTTP/1.1\r\nHost: h\r\n\r\n',
    );
    expect(answer.body.toString()).toBe('the proof');
    expect(answer.headers).toContainEqual(['Cache-Control', 'no-store']);
    expect(captures).toEqual([]);
    expect(asked).toEqual(['GET /.well-known/hookglass-probe/known']);
  });

  it('that is not known, or not a GET, is a request like any other', async () => {
    const { port, captured } = await startHarness({
      answerProbe: (_method, target) => (target.endsWith('known') ? 'the proof' : null),
    });
    await rawRequest(port, 'GET /hookglass-probe/other HTTP/1.1\r\nHost: h\r\n\r\n');
    await rawRequest(port, 'POST /hookglass-probe/known HTTP/1.1\r\nHost: h\r\n\r\n');
    await rawRequest(port, 'GET /known HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await captured(3)).map(({ target }) => target)).toEqual([
      '/hookglass-probe/other',
      '/hookglass-probe/known',
      '/known',
    ]);
  });
});

describe('whoever takes the captures', () => {
  it('may fail without harm to the receiver or a wait for the sender', async () => {
    let calls = 0;
    const { port } = await startHarness({
      onCapture(_captured, exchange) {
        if (++calls === 1) throw new Error('a bug');
        void exchange.respond(200, [], 'ok');
      },
    });
    expect((await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n')).status).toBe(500);
    expect((await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n')).status).toBe(200);
  });
});
