// A node:http server set up to take everything as it comes and to keep idle sockets, and its
// closing.

import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Connection } from './connection.ts';

const MAX_HEAD_BYTES = 64 * 1024;

export function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: MAX_HEAD_BYTES,
    // Judged by us, so that a request without a Host is listed and not just refused.
    requireHostHeader: false,
    // Idle sockets of a tunnel's pool must stay: see stall-watch.ts, which cuts off what does
    // stall.
    headersTimeout: 0,
    requestTimeout: 0,
    keepAliveTimeout: 0,
  });
  server.timeout = 0;
  // Node would silently drop the headers after the thousandth.
  server.maxHeadersCount = 0;
  // Else Node ends a connection whose client has closed its sending side before we have answered.
  return Object.assign(server, { httpAllowHalfOpen: true });
}

/**
 * Stops listening, lets what is under way end for up to `graceMs`, and resolves when all is closed.
 */
export async function closeServer(
  server: Server,
  connections: ReadonlyMap<Duplex, Connection>,
  graceMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const { open, socket } of connections.values()) if (open.size === 0) socket.destroy();
  const deadline = setTimeout(() => {
    for (const socket of connections.keys()) socket.destroy();
  }, graceMs);
  await closed;
  clearTimeout(deadline);
}
