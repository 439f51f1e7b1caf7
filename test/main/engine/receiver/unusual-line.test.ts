// Methods and targets that are HTTP though Node’s parser does not know them.

import { describe, expect, it } from 'vitest';
import { connectRaw, rawRequest } from '../../../support/raw-http.ts';
import { startHarness, textOf } from './harness.ts';

describe('a request line that Node’s parser does not know', () => {
  it.each([
    ['a method of its own', 'FROBNICATE', '/x?y=1'],
    ['a method in lower case', 'post', '/x'],
    ['a method of signs', "M-x!#$%&'*+.^_`|~", '/x'],
    ['UTF-8 in the target', 'POST', Buffer.from('/café/日本?q=ü').toString('latin1')],
    ['any byte above 0x7f in the target', 'PUT', '/\x80\x9f\xa0\xff'],
    ['both', 'Frobnicate', '/\xe9'],
  ])('is taken as it is: %s', async (_name, method, target) => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(
      port,
      `${method} ${target} HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nContent-Length: 4\r\n\r\na\0\xffb`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe('ok');
    expect(answer.headers).toContainEqual(['Connection', 'close']);
    const [seen] = await captured(1);
    expect(seen).toMatchObject({
      state: 'complete',
      method,
      target,
      headers: [
        ['Host', 'h'],
        ['X-A', '1'],
        ['Content-Length', '4'],
      ],
      remoteAddress: '127.0.0.1',
    });
    expect(await textOf(seen!.body)).toBe('a\0\xffb');
  });

  it('may have a large body that comes in pieces', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    const size = 3_000_000;
    await client.send(`FROB /x HTTP/1.1\r\nHost: h\r\nContent-Length: ${size}\r\n\r\n`);
    await client.send(Buffer.alloc(size, 'z'));
    expect((await client.response()).status).toBe(200);
    await client.rest();
    client.end();
    expect(await captured(1)).toMatchObject([{ method: 'FROB', body: { kind: 'file', size } }]);
  });

  it('may come after other requests on its connection', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('GET /1 HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await client.response()).status).toBe(200);
    await client.send('FROB /2 HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await client.response()).status).toBe(200);
    expect((await captured(2)).map(({ target }) => target)).toEqual(['/1', '/2']);
    await client.rest();
    client.destroy();
  });

  it('is not taken for that of a request pipelined behind it', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('FROB /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await client.response()).headers).toContainEqual(['Connection', 'close']);
    expect((await captured(2)).map(({ method, target }) => `${method} ${target}`)).toEqual([
      'FROB /1',
      'GET /2',
    ]);
    client.destroy();
  });

  it('is answered without a body where HEAD is the method', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('HEAD /\xe9 HTTP/1.1\r\nHost: h\r\n\r\n');
    expect((await client.response('HEAD')).status).toBe(200);
    expect((await client.rest()).length).toBe(0);
    expect(await captured(1)).toMatchObject([{ method: 'HEAD', target: '/\xe9' }]);
    client.destroy();
  });

  it('is malformed like any other when the rest of it is', async () => {
    const { port, captured } = await startHarness();
    const answer = await rawRequest(port, 'FROB /x HTTP/1.1\r\nHost: h\r\nbad\r\n\r\n');
    expect(answer.status).toBe(400);
    expect(await captured(1)).toMatchObject([
      {
        state: 'malformed',
        method: 'FROB',
        target: '/x',
        problem: expect.stringMatching(/header/),
      },
    ]);
  });

  it('is aborted like any other when its client leaves', async () => {
    const { port, captured } = await startHarness();
    const client = await connectRaw(port);
    await client.send('FROB /half HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc');
    await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\n\r\n');
    client.destroy('reset');
    const seen = (await captured(2)).find(({ target }) => target === '/half');
    expect(seen).toMatchObject({ state: 'aborted', method: 'FROB' });
    expect(await textOf(seen!.body)).toBe('abc');
  });

  it('is cut off like any other when its client stalls', async () => {
    const { port, captured } = await startHarness({ stallMs: { bodyMs: 40, lingerMs: 40 } });
    const client = await connectRaw(port);
    await client.send('FROB /x HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc');
    expect((await client.response()).status).toBe(408);
    expect(await captured(1)).toMatchObject([{ state: 'aborted', method: 'FROB' }]);
    await client.rest();
    client.destroy();
  });

  it('keeps closing waiting no longer than any other', async () => {
    const { port, captured, receiver, exchanges } = await startHarness({ answer() {} });
    const client = await connectRaw(port);
    await client.send('FROB /x HTTP/1.1\r\nHost: h\r\n\r\n');
    await captured(1);
    const closed = receiver.close();
    await exchanges[0]!.respond(200, [], 'last');
    expect((await client.response()).body.toString()).toBe('last');
    await client.rest();
    client.destroy();
    await closed;
  });
});
