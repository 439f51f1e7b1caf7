// How a request is answered: byte for byte, framed right, at once or as the answer arrives.

import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/main/engine/receiver/exchange.ts';
import { settledExchange } from '../../../../src/main/engine/receiver/exchange.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { connectRaw, type RawResponse, rawRequest } from '../../../support/raw-http.ts';
import { startHarness } from './harness.ts';

const GET = 'GET / HTTP/1.1\r\nHost: h\r\n\r\n';

describe('respond', () => {
  it('writes status and headers in their order and case, with duplicates and every byte', async () => {
    const headers: HeaderList = [
      ['X-B', '1'],
      ['x-a', 'caf\xe9 \xff'],
      ['X-B', '2'],
      ['content-TYPE', 'text/plain'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ];
    const answer = await answered((exchange) => exchange.respond(418, headers, 'a\xe9b'));
    expect(answer.statusLine).toBe("HTTP/1.1 418 I'm a Teapot");
    expect(answer.headers.slice(0, 6)).toEqual(headers);
    expect(answer.headers.slice(6).map(([name]) => name)).toEqual([
      'Content-Length',
      'Date',
      'Connection',
    ]);
    expect(answer.body.toString('utf8')).toBe('a\xe9b');
  });

  it.each([0, 1, 16_384, 16_385, 3_000_000])('hands over a body of %i bytes', async (size) => {
    const body = Buffer.alloc(size);
    for (let i = 0; i < size; i++) body[i] = i * 7;
    const answer = await answered((exchange) => exchange.respond(200, [], body));
    expect(answer.body.equals(body)).toBe(true);
  });

  it('puts a wrong length right where it stands and leaves framing to itself', async () => {
    const headers: HeaderList = [
      ['content-length', '999'],
      ['Transfer-Encoding', 'chunked'],
      ['Content-Length', '1'],
      ['Trailer', 'X'],
      ['X-A', '1'],
    ];
    const answer = await answered((exchange) => exchange.respond(200, headers, 'four'));
    expect(answer.headers.slice(0, 2)).toEqual([
      ['content-length', '4'],
      ['X-A', '1'],
    ]);
    expect(answer.body.toString()).toBe('four');
  });

  it.each([0, 99, 101, 1000, Number.NaN])(
    'makes a 502 of %d, which is no status',
    async (status) => {
      const answer = await answered((exchange) => exchange.respond(status, [], 'ok'));
      expect(answer.status).toBe(502);
    },
  );

  it('leaves out what could split an answer in two', async () => {
    const headers: HeaderList = [
      ['X-Evil', 'a\r\nX-Injected: b'],
      ['Bad Name', 'a'],
      ['X-Good', '1'],
    ];
    const answer = await answered((exchange) => exchange.respond(200, headers, 'ok'));
    expect(answer.headers[0]).toEqual(['X-Good', '1']);
    expect(answer.status).toBe(200);
  });

  it.each([
    ['HEAD', 200, '4'],
    ['GET', 304, null],
    ['GET', 204, null],
  ])('sends no body to %s with %i', async (method, status, length) => {
    const { port } = await startHarness({
      answer: (exchange) => void exchange.respond(status, [], 'four'),
    });
    const client = await connectRaw(port);
    await client.send(
      `${method} / HTTP/1.1\r\nHost: h\r\n\r\n${method} / HTTP/1.1\r\nHost: h\r\n\r\n`,
    );
    for (let i = 0; i < 2; i++) {
      const answer = await client.response(method);
      expect(answer.status).toBe(status);
      expect(lengthOf(answer)).toBe(length);
    }
    client.destroy();
  });

  it('resolves when the answer is handed over, and counts only once', async () => {
    const { port, exchanges } = await startHarness({
      async answer(exchange) {
        const first = exchange.respond(200, [], 'first');
        await exchange.respond(500, [], 'second');
        await first;
      },
    });
    const answer = await rawRequest(port, GET);
    expect(answer.body.toString()).toBe('first');
    expect(exchanges[0]).toMatchObject({ gone: false, closed: true, answered: null });
  });

  it('resolves too when the client has left, and says so', async () => {
    const { port, captured, exchanges } = await startHarness({ answer() {} });
    const client = await connectRaw(port);
    await client.send(GET);
    await captured(1);
    const exchange = exchanges[0]!;
    const left = new Promise<void>((resolve) => exchange.onGone(resolve));
    client.destroy('reset');
    await left;
    expect(exchange).toMatchObject({ gone: true, closed: true });
    await exchange.respond(200, [], 'nobody reads this');
    let again = false;
    exchange.onGone(() => {
      again = true;
    });
    expect(again).toBe(true);
  });
});

describe('stream', () => {
  it('passes a body on as it arrives', async () => {
    const source = new PassThrough();
    const { port, captured } = await startHarness({
      answer: (exchange) =>
        void exchange.stream(200, [['Content-Type', 'text/event-stream']], source),
    });
    const client = await connectRaw(port);
    await client.send(GET);
    await captured(1);
    await client.until((received) => received.includes('text/event-stream\r\n'));
    source.write('data: 1\n\n');
    await client.until((received) => received.includes('data: 1'));
    source.write('data: 2\n\n');
    await client.until((received) => received.includes('data: 2'));
    source.end();
    const answer = await client.response();
    expect(answer.body.toString()).toBe('data: 1\n\ndata: 2\n\n');
    expect(answer.headers).toContainEqual(['Transfer-Encoding', 'chunked']);
    client.destroy();
  });

  it('keeps the length it was told', async () => {
    const answer = await answered((exchange) =>
      exchange.stream(
        200,
        [['Content-Length', '6']],
        Readable.from([Buffer.from('abc'), Buffer.from('def')]),
      ),
    );
    expect(lengthOf(answer)).toBe('6');
    expect(answer.body.toString()).toBe('abcdef');
  });

  it('reads no faster than the client', async () => {
    let made = 0;
    const source = new Readable({
      read() {
        made += 65_536;
        this.push(made > 200 * 1024 * 1024 ? null : Buffer.alloc(65_536));
      },
    });
    const { port, captured } = await startHarness({
      answer: (exchange) => void exchange.stream(200, [], source),
    });
    const client = await connectRaw(port);
    client.socket.pause();
    await client.send(GET);
    await captured(1);
    while (!source.isPaused()) await new Promise((resolve) => setImmediate(resolve));
    expect(made).toBeLessThan(50 * 1024 * 1024);
    client.destroy('reset');
    await new Promise((resolve) => source.once('close', resolve));
  });

  it('breaks off where its source breaks off', async () => {
    const source = new PassThrough();
    const { port, captured } = await startHarness({
      answer: (exchange) => void exchange.stream(200, [], source),
    });
    const client = await connectRaw(port);
    await client.send(GET);
    await captured(1);
    source.write('half');
    await client.until((received) => received.includes('half'));
    source.destroy(new Error('the destination went away'));
    await expect(client.response()).rejects.toThrow(/ended/);
    client.destroy();
  });

  it('destroys its source when the client leaves', async () => {
    const source = new PassThrough();
    const { port, captured, exchanges } = await startHarness({
      answer: (exchange) => void exchange.stream(200, [], source),
    });
    const client = await connectRaw(port);
    await client.send(GET);
    await captured(1);
    const closed = new Promise((resolve) => source.once('close', resolve));
    client.destroy('reset');
    await closed;
    expect(exchanges[0]!.gone).toBe(true);
  });

  it('leaves its source alone when the client had left before', async () => {
    const { port, captured, exchanges } = await startHarness({ answer() {} });
    const client = await connectRaw(port);
    await client.send(GET);
    await captured(1);
    const left = new Promise<void>((resolve) => exchanges[0]!.onGone(resolve));
    client.destroy('reset');
    await left;
    const source = new PassThrough();
    await exchanges[0]!.stream(200, [], source);
    expect(source.destroyed).toBe(false);
  });
});

describe('an exchange that the receiver has settled', () => {
  it('takes any further answer for nothing', async () => {
    const settled = settledExchange(400);
    expect(settled).toMatchObject({ answered: 400, gone: false, closed: true });
    await settled.respond(200, [], 'no');
    await settled.stream(200, [], new PassThrough());
  });

  it('is gone when there was nobody to answer', () => {
    let told = false;
    const settled = settledExchange(null);
    settled.onGone(() => {
      told = true;
    });
    expect(settled.gone && told).toBe(true);
  });
});

async function answered(answer: (exchange: Exchange) => Promise<void>): Promise<RawResponse> {
  const { port } = await startHarness({ answer: (exchange) => void answer(exchange) });
  return rawRequest(port, GET);
}

function lengthOf({ headers }: RawResponse): string | null {
  return headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? null;
}
