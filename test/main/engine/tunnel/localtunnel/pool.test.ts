// The pool of connections against plain TCP servers that take them, drop them or hang.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import TunnelCluster from 'localtunnel/lib/TunnelCluster.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createPool,
  type PoolOptions,
} from '../../../../../src/main/engine/tunnel/localtunnel/pool.ts';

const cleanups: (() => unknown)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listen(onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanups.push(() => server.close());
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A pool between two servers. */
function poolOf(remote: Server, local: Server, options: Partial<PoolOptions> = {}) {
  const cluster = new TunnelCluster({
    ...{ remote_host: '127.0.0.1', remote_port: portOf(remote), local_port: portOf(local) },
  });
  const handlers = { onOpen: vi.fn(), onLost: vi.fn() };
  const pool = createPool({ cluster, size: 3, ...handlers, ...options });
  cleanups.push(() => pool.close());
  return { pool, cluster, ...handlers };
}

/** Lets the event loop turn until `met`; the test's own time limit bounds it. */
async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await nextTurn();
}

const openConnections = (server: Server) =>
  new Promise<number>((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

describe('createPool', () => {
  it('ends connections that are only being made when it is closed', async () => {
    let seen = 0;
    const remote = await listen(() => seen++);
    const local = await listen(() => {});
    const { pool, onOpen, onLost } = poolOf(remote, local);
    pool.close();
    // A connection made after them: once it was seen, theirs were, if they were made at all.
    const later = poolOf(remote, local, { size: 1 });
    await until(() => later.onOpen.mock.calls.length === 1);
    later.pool.close();
    await until(async () => (await openConnections(remote)) === 0);
    expect(seen).toBeLessThanOrEqual(4);
    expect(onOpen).not.toHaveBeenCalled();
    expect(onLost).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not hammer a server that takes connections and drops them', async () => {
    const remote = await listen((socket) => socket.destroy());
    const { cluster } = poolOf(remote, await listen(() => {}));
    let ended = 0;
    cluster.on('open', (socket: Socket) => socket.once('close', () => ended++));
    for (const [round, waitMs] of [250, 500, 1000, 2000, 4000].entries()) {
      await until(() => ended === 3 * (round + 1));
      expect(vi.getTimerCount()).toBe(1);
      vi.advanceTimersByTime(waitMs - 1);
      expect(vi.getTimerCount()).toBe(1);
      vi.advanceTimersByTime(1);
      expect(vi.getTimerCount()).toBe(0);
    }
    await until(() => ended === 18);
  });

  it('replaces a connection that has carried something at once', async () => {
    const sockets: Socket[] = [];
    const remote = await listen((socket) => {
      sockets.push(socket);
    });
    const local = await listen((socket) => {
      socket.once('data', () => socket.end('done'));
    });
    poolOf(remote, local);
    for (let i = 0; i < 10; i++) {
      await until(() => sockets.length === 3 + i);
      sockets[i]!.write('request');
      await once(sockets[i]!.resume(), 'close');
    }
    await until(() => sockets.length === 13);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says once, with the code, that the server is gone', async () => {
    const sockets: Socket[] = [];
    const remote = await listen((socket) => {
      sockets.push(socket);
    });
    const { onOpen, onLost } = poolOf(remote, await listen(() => {}));
    await until(() => sockets.length === 3);
    remote.close();
    for (const socket of sockets) socket.destroy();
    await until(() => vi.getTimerCount() === 1);
    vi.advanceTimersToNextTimer();
    await until(() => onLost.mock.calls.length > 0);
    await nextTurn();
    expect(onLost.mock.calls).toEqual([['ECONNREFUSED']]);
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('survives what the library says is an error', async () => {
    const remote = await listen(() => {});
    const { cluster, onOpen } = poolOf(remote, await listen(() => {}));
    await until(() => onOpen.mock.calls.length === 1);
    expect(() => cluster.emit('error', new Error('firewall'))).not.toThrow();
  });
});
