// What does not arrive whole or is no HTTP: refused in words, listed, and no harm to what follows.

import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness, textOf } from './harness.ts';

const OK = 'GET /fine HTTP/1.1\r\nHost: h\r\n\r\n';

describe('what is not valid HTTP', () => {
  it.each([
    ['no method', '@@@ /x HTTP/1.1\r\n\r\n', '', '', /HTTP method/],
    ['a header without a colon', 'POST /x?y HTTP/1.1\r\nbad\r\n\r\n', 'POST', '/x?y', /header/],
    ['a header with a NUL', 'POST /x HTTP/1.1\r\nA: b\0\r\n\r\n', 'POST', '/x', /header/],
    ['a folded header', 'POST /x HTTP/1.1\r\nA: b\r\n c\r\n\r\n', 'POST', '/x', /header/],
    ['a space in the target', 'GET /a b HTTP/1.1\r\nHost: h\r\n\r\n', 'GET', '/a b', /first line/],
    ['lines that end with LF', 'GET /x HTTP/1.1\nHost: h\n\n', 'GET', '/x', /first line/],
    ['two lengths', length('1', '1'), 'POST', '/x', /more than one Content-Length/],
    ['a length that is no number', length('-1'), 'POST', '/x', /not a number/],
    ['a length beyond counting', length('9'.repeat(30)), 'POST', '/x', /not a number/],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0', 'PRI', '*', /HTTP\/2/],
    ['TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', '', '', /http:\/\//],
  ])('is answered 400 and listed: %s', async (_name, bytes, method, target, problem) => {
    const { port, captured, exchanges } = await startHarness();
    const answer = await rawRequest(port, bytes);
    expect(answer.status).toBe(400);
    expect(answer.headers).toContainEqual(['Content-Type', 'text/plain; charset=utf-8']);
    expect(answer.headers).toContainEqual(['Connection', 'close']);
    expect(answer.body.toString()).toMatch(problem);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({ state: 'malformed', method, target, bodyMs: null });
    expect(seen!.problem).toMatch(problem);
    expect(await textOf(seen!.body)).toBe(bytes);
    expect(exchanges[0]).toMatchObject({ answered: 400, gone: false, closed: true });
    expect((await rawRequest(port, OK)).status).toBe(200);
  });

  it.each([
    [
      'a Transfer-Encoding beside a Content-Length',
      'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n',
    ],
    ['a Transfer-Encoding that is not chunked', 'Transfer-Encoding: gzip\r\n'],
  ])('is answered 400: %s', async (_name, header) => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(port, `POST /x HTTP/1.1\r\nHost: h\r\n${header}\r\n0\r\n\r\n`);
    expect(answer.status).toBe(400);
    expect(await captured(1)).toMatchObject([
      {
        state: 'malformed',
        method: 'POST',
        target: '/x',
        problem: expect.stringMatching(/Transfer-Encoding/),
      },
    ]);
  });

  it('keeps at most 64 KiB of it, and answers 431 to a head above that', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(port, `GET / HTTP/1.1\r\nX: ${'a'.repeat(300_000)}\r\n\r\n`);
    expect(answer.status).toBe(431);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({ state: 'malformed', problem: expect.stringMatching(/64 KiB/) });
    expect((await textOf(seen!.body)).length).toBeLessThanOrEqual(65_536);
  });

  it('is listed with its headers and what was read when only the body is wrong', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(
      port,
      'POST /chunks HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nZZ\r\n',
    );
    expect(answer.status).toBe(400);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({
      state: 'malformed',
      method: 'POST',
      target: '/chunks',
      headers: [
        ['Host', 'h'],
        ['X-A', '1'],
        ['Transfer-Encoding', 'chunked'],
      ],
      problem: expect.stringMatching(/chunks/),
    });
    expect(await textOf(seen!.body)).toBe('abc');
  });

  it('is told from a whole request before it, which is still answered first', async () => {
    const { port, captured } = await startHarness({
      answer: (exchange) => setImmediate(() => void exchange.respond(200, [], 'fine')),
    });
    const client = await connectRaw(port);
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello world');
    expect((await client.response()).body.toString()).toBe('fine');
    expect((await client.response()).status).toBe(400);
    const seen = (await captured(2)).toSorted((a, b) => a.state.localeCompare(b.state));
    expect(seen).toMatchObject([
      { state: 'complete' },
      {
        state: 'malformed',
        method: '',
        target: '',
        problem: expect.stringMatching(/smaller than its body/),
      },
    ]);
    expect(await textOf(seen[0]!.body)).toBe('hello');
    expect(await textOf(seen[1]!.body)).toBe(' world');
    client.destroy();
  });

  it('is not guessed at when its beginning is in an earlier packet', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('POST /x HTTP/1.1\r\nHo');
    await client.send('st: h\r\nGET /evil HTTP/1.1\r\n\r\n');
    expect((await client.response()).status).toBe(400);
    const [seen] = await captured(1);
    expect(['', 'POST']).toContain(seen!.method);
    client.destroy();
  });

  it('may be a request without a Host, which is kept whole', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(port, 'POST /x HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi');
    expect(answer.status).toBe(400);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({ state: 'malformed', problem: expect.stringMatching(/Host/) });
    expect(await textOf(seen!.body)).toBe('hi');
  });
});

describe('CONNECT', () => {
  it('is listed and answered 405', async () => {
    const { port, captured, exchanges } = await startHarness();
    const answer = await rawRequest(
      port,
      'CONNECT db:5432 HTTP/1.1\r\nHost: h\r\n\r\nbytes',
      'CONNECT',
    );
    expect(answer.status).toBe(405);
    expect(await captured(1)).toMatchObject([
      { state: 'complete', method: 'CONNECT', target: 'db:5432', headers: [['Host', 'h']] },
    ]);
    expect(exchanges[0]!.answered).toBe(405);
    expect((await rawRequest(port, OK)).status).toBe(200);
  });
});

describe('a body above the limit', () => {
  it.each([
    ['declared', (size: number) => `Content-Length: ${size}\r\n\r\n${'x'.repeat(size)}`],
    [
      'chunked',
      (size: number) =>
        `Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`,
    ],
  ])('is refused with 413 and kept up to the limit (%s)', async (_name, framed) => {
    const { port, captured, exchanges } = await startHarness({ bodyLimitBytes: () => 1000 });
    const answer = await rawRequest(port, `POST /big HTTP/1.1\r\nHost: h\r\n${framed(5_000_000)}`);
    expect(answer.status).toBe(413);
    expect(answer.headers).toContainEqual(['Connection', 'close']);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({
      state: 'oversized',
      target: '/big',
      bodyMs: null,
      problem: expect.stringMatching(/limit of 1000 bytes/),
    });
    expect(await textOf(seen!.body)).toBe('x'.repeat(1000));
    expect(exchanges[0]!.answered).toBe(413);
  });

  it('may be exactly as large as the limit', async () => {
    const { port, captured } = await startHarness({ bodyLimitBytes: () => 1000 });
    const answer = await rawRequest(
      port,
      `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n${'x'.repeat(1000)}`,
    );
    expect(answer.status).toBe(200);
    expect(await captured(1)).toMatchObject([{ state: 'complete' }]);
  });

  it('is refused while a slow sender is still at it', async () => {
    const { port, captured } = await startHarness({ bodyLimitBytes: () => 4 });
    const client = await connectRaw(port);
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\nabcdef');
    expect((await client.response()).status).toBe(413);
    expect(await textOf((await captured(1))[0]!.body)).toBe('abcd');
    client.destroy();
  });

  it('spools what it keeps when the limit is above 1 MiB', async () => {
    const limit = 2 * 1024 * 1024;
    const { port, captured } = await startHarness({ bodyLimitBytes: () => limit });
    const answer = await rawRequest(
      port,
      `POST / HTTP/1.1\r\nHost: h\r\nContent-Length: ${limit + 1}\r\n\r\n${'x'.repeat(limit + 1)}`,
    );
    expect(answer.status).toBe(413);
    expect(await captured(1)).toMatchObject([
      { state: 'oversized', body: { kind: 'file', size: limit } },
    ]);
  });
});

describe('a client that leaves in the middle', () => {
  it.each(['end', 'destroy', 'reset'] as const)(
    'of the body is listed as aborted, with what was read (%s)',
    async (how) => {
      const { port, captured, exchanges } = await startHarness();
      const client = await connectRaw(port);
      await client.send('POST /half HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc');
      await untilRead(port);
      if (how === 'end') client.end();
      else client.destroy(how === 'reset' ? 'reset' : undefined);
      const seen = (await captured(2)).find(({ target }) => target === '/half');
      expect(seen).toMatchObject({ state: 'aborted', method: 'POST', bodyMs: null });
      expect(seen!.problem).toMatch(/before it was complete/);
      expect(await textOf(seen!.body)).toBe('abc');
      await exchanges[1]!.respond(200, [], 'too late');
      client.destroy();
    },
  );

  it.each(['end', 'reset'] as const)('of the head is listed as aborted (%s)', async (how) => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('POST /half HTTP/1.1\r\nHo');
    await untilRead(port);
    if (how === 'end') client.end();
    else client.destroy('reset');
    const seen = (await captured(2)).find(({ target }) => target === '');
    expect(seen).toMatchObject({ state: 'aborted', method: '' });
    client.destroy();
  });

  it('without having begun is not listed', async () => {
    const { port, captures } = await startHarness();
    for (const how of [undefined, 'reset'] as const) {
      const client = await connectRaw(port);
      client.destroy(how);
    }
    await untilRead(port);
    expect(captures).toHaveLength(1);
  });

  it('of a large body leaves what was spooled', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    const sent = Buffer.alloc(3 * 1024 * 1024, 'y');
    await client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n');
    await client.send(sent);
    client.end();
    const [seen] = await captured(1);
    expect(seen).toMatchObject({ state: 'aborted', body: { kind: 'file', size: sent.length } });
    expect((await client.response()).status).toBe(400);
    client.destroy();
  });
});

function length(...values: string[]): string {
  const lines = values.map((value) => `Content-Length: ${value}\r\n`).join('');
  return `POST /x HTTP/1.1\r\nHost: h\r\n${lines}\r\nab`;
}

/** A whole request on a connection of its own: what was sent before it has been read by then. */
async function untilRead(port: number): Promise<void> {
  await rawRequest(port, 'GET /marker HTTP/1.1\r\nHost: h\r\n\r\n');
}
