// Keeps the connections to a localtunnel server that it hands requests through. The connections are
// the library's (TunnelCluster); what it lacks is here: it opens a new one only in some of the cases
// in which one ends, never says that the last is gone, and cannot be stopped while it is connecting.

/// <reference path="./tunnel-cluster.d.ts" />
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import type TunnelCluster from 'localtunnel/lib/TunnelCluster.js';

const LOCAL_HOST = '127.0.0.1';
/** Also keeps routers from forgetting an idle connection, and notices a server that is gone. */
const KEEP_ALIVE_MS = 30_000;
/** A connection that was of no use is replaced after this, doubling up to the maximum. */
const REDIAL_MS = 250;
const MAX_REDIAL_MS = 60_000;
const SHORT_LIFE_MS = 5_000;
/** How long the server may take to close its side after we closed ours. */
const HALF_CLOSED_MS = 10_000;

export interface PoolOptions {
  cluster: TunnelCluster;
  /** How many connections to keep. */
  size: number;
  /** The first connection is there. Called at most once. */
  onOpen(): void;
  /** The server cannot be connected to and no connection is left; the pool is closed. At most once. */
  onLost(code: string): void;
}

export interface Pool {
  /** Ends every connection, also those being made, at once. Requests on their way are cut. */
  close(): void;
}

export function createPool({ cluster, size, onOpen, onLost }: PoolOptions): Pool {
  const sockets = new Set<Socket>();
  let redialMs = REDIAL_MS;
  let timer: NodeJS.Timeout | null = null;
  let opened = false;
  let closed = false;

  // Without a listener the library's 'error' event would end the process; the sockets' own say more.
  cluster.on('error', () => {});

  function fill(): void {
    while (!closed && sockets.size < size) add(dial(cluster));
  }

  function add(socket: Socket): void {
    sockets.add(socket);
    let connectedAt: number | null = null;
    let code = 'ECONNRESET';
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      code = error.code ?? code;
    });
    socket.once('finish', () => socket.setTimeout(HALF_CLOSED_MS, () => socket.destroy()));
    socket.once('connect', () => {
      connectedAt = performance.now();
      if (opened) return;
      opened = true;
      onOpen();
    });
    socket.once('close', () => {
      sockets.delete(socket);
      if (closed) return;
      if (connectedAt === null && sockets.size === 0) {
        close();
        return onLost(code);
      }
      const lifeMs = connectedAt === null ? 0 : performance.now() - connectedAt;
      replace(socket.bytesRead > 0 || lifeMs > SHORT_LIFE_MS);
    });
  }

  function replace(wasUseful: boolean): void {
    if (wasUseful) {
      redialMs = REDIAL_MS;
      add(dial(cluster));
    } else if (timer === null) {
      timer = setTimeout(() => {
        timer = null;
        fill();
      }, redialMs);
      timer.unref();
      redialMs = Math.min(MAX_REDIAL_MS, redialMs * 2);
    }
  }

  function close(): void {
    closed = true;
    if (timer !== null) clearTimeout(timer);
    for (const socket of sockets) socket.destroy();
  }

  fill();
  return { close };
}

/**
 * Has the library dial once, and answers the connection it makes.
 *
 * The library hands a connection out only when it is established, so one that hangs could not be
 * ended; Node announces every connection the moment it is made, and this one is made before `open`
 * returns. The local address is set for that moment only: the library reads it then to know where to
 * dial (its default, `localhost`, may be ::1 and somebody else's server), and once more later to
 * rewrite the Host header, by a detour through text that destroys binary bodies.
 */
function dial(cluster: TunnelCluster): Socket {
  const made: Socket[] = [];
  const onSocket = (message: unknown) => {
    const { socket } = message as { socket: unknown };
    if (socket instanceof Socket) made.push(socket);
  };
  subscribe('net.client.socket', onSocket);
  try {
    cluster.opts.local_host = LOCAL_HOST;
    cluster.open();
  } finally {
    cluster.opts.local_host = undefined;
    unsubscribe('net.client.socket', onSocket);
  }
  const [socket] = made;
  if (socket === undefined) throw new Error('the localtunnel library made no connection');
  return socket;
}
