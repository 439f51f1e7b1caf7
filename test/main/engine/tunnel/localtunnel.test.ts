// The localtunnel client against a real localtunnel server, and against servers that misbehave.

import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLocaltunnelClient } from '../../../../src/main/engine/tunnel/localtunnel.ts';
import type { OpenTunnel, OpenTunnelResult } from '../../../../src/main/engine/tunnel/tunnel.ts';
import { startLocaltunnelServer } from '../../../support/localtunnel-server.ts';
import { allBytes, startReceiver } from './support/receiver.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function owned<T>(value: T, cleanup: (value: T) => unknown): T {
  cleanups.push(() => cleanup(value));
  return value;
}

async function realServer(port?: number) {
  return owned(await startLocaltunnelServer({ port }), (server) => server.stop());
}

async function receiverOf() {
  return owned(await startReceiver(), (receiver) => receiver.close());
}

interface OpenOptions {
  host: string;
  port?: number;
  subdomain?: string | null;
  signal?: AbortSignal;
  timeoutMs?: number;
  env?: NodeJS.ProcessEnv;
}

function open(options: OpenOptions): Promise<OpenTunnelResult> {
  const { host, port = 9, subdomain = null, timeoutMs, env = {} } = options;
  const { signal = new AbortController().signal } = options;
  const client = createLocaltunnelClient({ host: () => host, timeoutMs, env });
  return client.open({ port, subdomain, signal });
}

function opened(result: OpenTunnelResult): OpenTunnel {
  if (result.outcome === 'failed') throw new Error(result.reason);
  return owned(result.tunnel, (tunnel) => tunnel.close());
}

function failure(result: OpenTunnelResult) {
  if (result.outcome === 'open') {
    result.tunnel.close();
    throw new Error('the tunnel is open');
  }
  const { outcome: _, ...said } = result;
  return said;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  owned(server, () => server.close());
  return (server.address() as AddressInfo).port;
}

/** A server that answers registrations as `handler` does. */
async function fakeServer(handler: RequestListener): Promise<string> {
  return `http://localhost:${await listen(createServer(handler))}`;
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('with a real server', () => {
  it('gives a public URL whose requests reach the receiver with every byte intact', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    const tunnel = opened(
      await open({ host: server.host, port: receiver.port, subdomain: 'intact' }),
    );
    expect(tunnel).toMatchObject({
      publicUrl: `http://intact.localhost:${server.port}`,
      subdomain: 'intact',
    });
    const body = allBytes(2000);
    const response = await server.publicRequest({
      name: 'intact',
      method: 'POST',
      target: '/hooks?a=1&a=2',
      headers: [['Content-Type', 'application/octet-stream']],
      body,
    });
    expect(response.status).toBe(200);
    expect(sha256(response.body)).toBe(sha256(body));
    expect(receiver.received).toHaveLength(1);
    const [received] = receiver.received;
    expect(received).toMatchObject({ method: 'POST', target: '/hooks?a=1&a=2' });
    expect(sha256(received!.body)).toBe(sha256(body));
    expect(received!.host).toBe(`intact.localhost:${server.port}`);
  });

  it('keeps binary bodies intact in every request of a kept-alive connection', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    opened(await open({ host: server.host, port: receiver.port, subdomain: 'again' }));
    const body = allBytes();
    for (let i = 0; i < 4; i++) {
      const request = { name: 'again', method: 'POST', target: `/${i}`, body };
      await server.publicRequest({ ...request, headers: [['Connection', 'keep-alive']] });
    }
    expect(receiver.received.map(({ target }) => target)).toEqual(['/0', '/1', '/2', '/3']);
    expect(receiver.received.map(({ body: got }) => sha256(got))).toEqual(
      Array(4).fill(sha256(body)),
    );
    // The server hands the first connection out again, which is what this test is about.
    expect(new Set(receiver.received.map(({ localPort }) => localPort)).size).toBe(1);
  });

  it('carries more requests at once than it has connections', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    opened(await open({ host: server.host, port: receiver.port, subdomain: 'crowd' }));
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const request = { name: 'crowd', method: 'POST', target: `/${i}`, body: allBytes() };
        return (await server.publicRequest(request)).status;
      }),
    );
    expect(statuses).toEqual(Array(40).fill(200));
    expect(new Set(receiver.received.map(({ target }) => target)).size).toBe(40);
  });

  it('goes on when the receiver resets connections, more often than there are any', async () => {
    const server = await realServer();
    const resets = new EventEmitter();
    const port = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', (head) => {
          if (!head.toString().startsWith('GET /reset')) {
            socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
            return;
          }
          socket.resetAndDestroy();
          resets.emit('reset');
        });
      }),
    );
    opened(await open({ host: server.host, port, subdomain: 'resets' }));
    for (let i = 0; i < 15; i++) {
      const reset = once(resets, 'reset');
      const headers = { Host: 'resets.localhost' };
      // The server leaves a request whose connection was reset without an answer.
      const request = httpRequest({
        host: '127.0.0.1',
        port: server.port,
        path: '/reset',
        headers,
      });
      request.on('error', () => {}).end();
      await reset;
      request.destroy();
    }
    expect((await server.publicRequest({ name: 'resets' })).status).toBe(204);
  });

  it('dials 127.0.0.1, whoever listens on ::1', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    const strangers: string[] = [];
    const stranger = createServer((request, response) => {
      strangers.push(request.url ?? '');
      response.end();
    });
    stranger.listen(receiver.port, '::1');
    // A machine without IPv6 has nobody there, which is as good.
    const outcome = await Promise.race([
      once(stranger, 'listening').then(() => 'listening'),
      once(stranger, 'error').then(() => 'no IPv6'),
    ]);
    if (outcome === 'listening') owned(stranger, () => stranger.close());
    opened(await open({ host: server.host, port: receiver.port, subdomain: 'loopback' }));
    await server.publicRequest({ name: 'loopback', target: '/mine' });
    expect(receiver.received.map(({ target }) => target)).toEqual(['/mine']);
    expect(strangers).toEqual([]);
  });

  it('tells which name was given when the one asked for is taken', async () => {
    const server = await realServer();
    const first = opened(await open({ host: server.host, subdomain: 'wanted' }));
    const second = opened(await open({ host: server.host, subdomain: 'wanted' }));
    expect(first.subdomain).toBe('wanted');
    expect(second.subdomain).not.toBe('wanted');
    expect(second.publicUrl).toBe(`http://${second.subdomain}.localhost:${server.port}`);
  });

  it('gets a name of its own making from a server that shows its web page to everybody', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    const tunnel = opened(await open({ host: server.host, port: receiver.port }));
    expect(tunnel.subdomain).toMatch(/^hook-[0-9a-f]{10}$/);
    expect((await server.publicRequest({ name: tunnel.subdomain ?? '' })).status).toBe(200);
  });

  it('refuses a name that the server does not allow, for good and in its words', async () => {
    const server = await realServer();
    expect(failure(await open({ host: server.host, subdomain: 'Ab' }))).toEqual({
      reason: expect.stringMatching(/does not allow the name "Ab" .*Invalid subdomain/),
      final: true,
    });
  });

  it('says that the tunnel is lost when the server is killed', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    const tunnel = opened(await open({ host: server.host, port: receiver.port }));
    const lost = new Promise<string>((resolve) => tunnel.onLost(resolve));
    await server.stop();
    expect(await lost).toBe(`${server.host} ended the tunnel (ECONNREFUSED)`);
    // A listener that comes late is told too.
    expect(await new Promise((resolve) => tunnel.onLost(resolve))).toBe(await lost);
  });

  it('ends every connection when it is closed', async () => {
    const server = await realServer();
    const receiver = await receiverOf();
    const tunnel = opened(
      await open({ host: server.host, port: receiver.port, subdomain: 'ends' }),
    );
    await server.publicRequest({ name: 'ends' });
    tunnel.close();
    await vi.waitFor(async () => expect(await connections(server, 'ends')).toBe(0));
  });
});

describe('with a server that misbehaves', () => {
  it('gives up after 10 s on one that accepts and never answers, and leaves nothing running', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    owned(null, () => vi.useRealTimers());
    let asked = 0;
    const gone: Promise<unknown>[] = [];
    const silent = createTcpServer((socket) => {
      asked++;
      gone.push(once(socket, 'close'));
    });
    const host = `http://127.0.0.1:${await listen(silent)}`;
    const arrived = once(silent, 'connection');
    const result = open({ host, timeoutMs: undefined });
    await arrived;
    vi.advanceTimersByTime(9_999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(failure(await result)).toEqual({
      reason: `${host} did not answer within 10 s`,
      final: false,
    });
    await Promise.all(gone);
    // No timer is left that could ask again, and none does within the next hour.
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(3_600_000);
    expect(asked).toBe(1);
    expect(await openConnections(silent)).toBe(0);
  });

  it('gives up at once when it is aborted, and leaves nothing running', async () => {
    const silent = createTcpServer();
    const host = `http://127.0.0.1:${await listen(silent)}`;
    const arrived = once(silent, 'connection') as Promise<[Socket]>;
    const abort = new AbortController();
    const result = open({ host, signal: abort.signal });
    const [socket] = await arrived;
    const closed = once(socket, 'close');
    abort.abort();
    expect(failure(await result)).toEqual({
      reason: `${host} was no longer waited for`,
      final: false,
    });
    await closed;
    expect(await openConnections(silent)).toBe(0);
  });

  it('gives up when the port that carries the tunnel does not accept', async () => {
    const closedPort = await listen(createTcpServer());
    for (const cleanup of cleanups.splice(0)) await cleanup();
    const host = await fakeServer((_, response) => {
      const given = { id: 'abcd', port: closedPort, url: 'http://abcd.localhost' };
      response.end(JSON.stringify({ ...given, max_conn_count: 10 }));
    });
    expect(failure(await open({ host }))).toEqual({
      reason: `Port ${closedPort} of ${host}, which carries the tunnel, refuses connections (it is down, or the port is wrong)`,
      final: false,
    });
  });

  it('opens no more than ten connections, whatever the server asks for', async () => {
    const sockets: Socket[] = [];
    const carrier = createTcpServer((socket) => sockets.push(socket));
    const port = await listen(carrier);
    const host = await fakeServer((_, response) =>
      response.end(
        JSON.stringify({ id: 'many', port, url: 'http://many.test', max_conn_count: 1e9 }),
      ),
    );
    const receiver = await receiverOf();
    const tunnel = opened(await open({ host, port: receiver.port }));
    await vi.waitFor(() => expect(sockets).toHaveLength(10));
    tunnel.close();
    await vi.waitFor(async () => expect(await openConnections(carrier)).toBe(0));
    expect(sockets).toHaveLength(10);
  });

  it.each([
    ['an HTML page', 200, 'text/html', '<html><h1>Welcome</h1></html>'],
    ['half a JSON', 200, 'application/json', '{"id":"abcd","port":'],
    ['no port', 200, 'application/json', '{"id":"abcd","url":"http://abcd.test"}'],
    [
      'a port that is none',
      200,
      'application/json',
      '{"id":"a","url":"http://a.test","port":70000}',
    ],
    ['a URL that is none', 200, 'application/json', '{"id":"a","url":"javascript:x","port":80}'],
    ['a list', 200, 'application/json', '[1]'],
    ['nothing', 200, 'application/json', ''],
  ])('says that %s is not what a tunnel server answers', async (_, status, type, body) => {
    const host = await fakeServer((_request, response) =>
      response.writeHead(status, { 'Content-Type': type }).end(body),
    );
    expect(failure(await open({ host }))).toEqual({
      reason: `${host} answered, but not as a localtunnel server does (the address is wrong, or the network wants you to sign in first)`,
      final: false,
    });
  });

  it.each([
    [500, 'oops', 'is overloaded or down, which usually passes (it answered 500)'],
    [503, '{"message":"full\\u001b[31m"}', 'which usually passes (it answered 503: "full [31m")'],
    [404, '', 'gave no tunnel (it answered 404)'],
    [403, '<html>blocked</html>', 'gave no tunnel (it answered 403)'],
    [407, '', 'wants a sign-in (407)'],
    [302, '', 'sends on to another address instead of giving a tunnel (it answered 302; '],
  ])(
    'says in words what a status of %i means, and that it may pass',
    async (status, body, said) => {
      const host = await fakeServer((_request, response) => response.writeHead(status).end(body));
      expect(failure(await open({ host, subdomain: 'shop' }))).toEqual({
        reason: expect.stringContaining(said),
        final: false,
      });
    },
  );

  it('says that a name is taken when the server refuses it so', async () => {
    const host = await fakeServer((_request, response) => response.writeHead(409).end());
    expect(failure(await open({ host, subdomain: 'shop' }))).toEqual({
      reason: `The name "shop" is taken (${host} answered 409)`,
      final: false,
      nameTaken: true,
    });
  });

  it('says so when the server does not speak HTTP', async () => {
    const port = await listen(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')));
    expect(failure(await open({ host: `http://127.0.0.1:${port}` })).reason).toContain(
      'does not speak HTTP there',
    );
  });

  it('says so when the server does not speak TLS', async () => {
    const host = await fakeServer((_request, response) => response.end());
    const { reason } = failure(await open({ host: host.replace('http:', 'https:') }));
    expect(reason).toContain('does not speak TLS there (try http:// instead of https://');
  });

  it('follows a redirect, but not for ever', async () => {
    const targets: string[] = [];
    const host = await fakeServer((request, response) => {
      targets.push(request.url ?? '');
      response.writeHead(302, { Location: `/${targets.length}` }).end();
    });
    failure(await open({ host, subdomain: 'shop' }));
    expect(targets).toEqual(['/shop', '/1', '/2', '/3']);
  });

  it('says so when nobody listens, and names a proxy that is of no use', async () => {
    const port = await listen(createTcpServer());
    for (const cleanup of cleanups.splice(0)) await cleanup();
    const host = `http://127.0.0.1:${port}`;
    expect(failure(await open({ host })).reason).toBe(
      `${host} refuses connections (it is down, or the port is wrong)`,
    );
    const env = { HTTPS_PROXY: 'http://proxy.corp:3128' };
    expect(failure(await open({ host, env })).reason).toContain(
      'HTTPS_PROXY is set, but a tunnel cannot go through a proxy',
    );
  });

  it('says that an unknown address cannot be found', async () => {
    const { reason, final } = failure(await open({ host: 'http://hookglass.invalid' }));
    expect(reason).toBe(
      'http://hookglass.invalid cannot be found (no internet connection, or the address is wrong)',
    );
    expect(final).toBe(false);
  });

  it.each(['ftp://example.com', 'not a url', 'javascript:alert(1)'])(
    'refuses %s as a host, for good',
    async (host) => {
      expect(failure(await open({ host }))).toEqual({
        reason: `"${host}" is not the address of a tunnel server: it must start with http:// or https://`,
        final: true,
      });
    },
  );
});

function openConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

type RealServer = Awaited<ReturnType<typeof realServer>>;

/** How many connections the server has of a tunnel; 0 when it does not know the name. */
async function connections(server: RealServer, name: string): Promise<number> {
  const response = await fetch(`${server.host}/api/tunnels/${name}/status`);
  if (!response.ok) return 0;
  return ((await response.json()) as { connected_sockets: number }).connected_sockets;
}
