// One GET against real servers, polite and rude.

import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpGet, isLocalhost } from '../../../../src/main/engine/tunnel/http-get.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const serve = (handler: RequestListener) => listen(createServer(handler));

const get = (url: string, signal = new AbortController().signal) =>
  httpGet(new URL(url), { headers: { 'X-Test': 'yes' }, signal });

describe('httpGet', () => {
  it('answers status, headers and body, over a connection that ends with it', async () => {
    const seen: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      seen.push(request.url, String(request.headers['x-test']), request.headers.connection);
      response.writeHead(418, { 'X-Pot': 'tea' }).end('short and stout');
    });
    expect(await get(`http://127.0.0.1:${port}/pot?size=1`)).toMatchObject({
      ...{ outcome: 'answer', status: 418, body: 'short and stout' },
      headers: { 'x-pot': 'tea' },
    });
    expect(seen).toEqual(['/pot?size=1', 'yes', 'close']);
  });

  it('finds names under localhost on this machine and keeps them as the Host', async () => {
    const port = await serve((request, response) => response.end(request.headers.host));
    expect(await get(`http://some-name.localhost:${port}/`)).toMatchObject({
      body: `some-name.localhost:${port}`,
    });
  });

  it('reads no more of an endless answer than it needs', async () => {
    const port = await serve((_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(16_384, 'x')));
      };
      response.on('drain', more);
      more();
    });
    const result = await get(`http://127.0.0.1:${port}/`);
    if (result.outcome !== 'answer') throw new Error(result.code);
    expect(result.body.length).toBeGreaterThanOrEqual(65_536);
    expect(result.body.length).toBeLessThan(200_000);
  });

  it('answers at once when it is aborted, before or while it runs', async () => {
    const controller = new AbortController();
    const silent = createTcpServer();
    const port = await listen(silent);
    const arrived = once(silent, 'connection');
    const result = get(`http://127.0.0.1:${port}/`, controller.signal);
    const [socket] = await arrived;
    const closed = once(socket, 'close');
    controller.abort('TIMEOUT');
    expect(await result).toEqual({ outcome: 'failure', code: 'TIMEOUT' });
    await closed;
    expect(await get(`http://127.0.0.1:${port}/`, controller.signal)).toEqual({
      ...{ outcome: 'failure', code: 'TIMEOUT' },
    });
  });

  it.each([
    ['HPE_INVALID_CONSTANT', 'garbage\r\n\r\n'],
    ['ECONNRESET', ''],
    ['ECONNRESET', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'],
  ])('answers the code %s for what a server did', async (code, bytes) => {
    const port = await listen(createTcpServer((socket) => socket.end(bytes)));
    expect(await get(`http://127.0.0.1:${port}/`)).toEqual({ outcome: 'failure', code });
  });

  it('answers a code for a URL that cannot be asked', async () => {
    expect(await get('http://%zz@localhost/')).toMatchObject({ outcome: 'failure' });
  });
});

describe('isLocalhost', () => {
  it('takes localhost and what is under it, and nothing that looks like it', () => {
    expect(['localhost', 'a.localhost', 'a.b.localhost'].map(isLocalhost)).not.toContain(false);
    expect(['notlocalhost', 'localhost.com', '127.0.0.1'].map(isLocalhost)).not.toContain(true);
  });
});
