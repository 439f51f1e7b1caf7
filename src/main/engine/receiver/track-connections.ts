// Keeps account of the open connections: how many there may be, and what becomes of one that
// closes.

import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Connection, newConnection, type Wire } from './connection.ts';
import { cutShort, type IncomingContext } from './incoming.ts';
import { rejectUnfinishedHead } from './rejects.ts';

/** Adds every new connection of the server to `connections`, and removes it when it is closed. */
export function trackConnections(
  server: Server,
  connections: Map<Duplex, Connection>,
  maxConnections: number,
  context: IncomingContext,
): void {
  server.on('connection', (socket: Wire) => {
    if (connections.size >= maxConnections && !makeRoom(connections)) {
      socket.destroy();
      return;
    }
    const connection = newConnection(socket);
    connections.set(socket, connection);
    socket.on('end', () => {
      connection.endedAt = performance.now();
      for (const { exchange } of connection.open) exchange.endLinger();
    });
    socket.on('close', () => {
      connections.delete(socket);
      abandon(connection, context);
    });
  });
}

/** False when every connection has a request under way. */
function makeRoom(connections: ReadonlyMap<Duplex, Connection>): boolean {
  for (const { open, socket } of connections.values()) {
    if (open.size > 0) continue;
    socket.destroy();
    return true;
  }
  return false;
}

/** The connection is closed: nobody is left to answer, and what was being read stays as it is. */
function abandon(connection: Connection, context: IncomingContext): void {
  const problem = context.closing()
    ? 'Hookglass was stopped before it was complete.'
    : 'Its client disconnected before it was complete.';
  const reading = [...connection.open].some((incoming) => incoming.reading !== null);
  for (const incoming of [...connection.open]) {
    incoming.exchange.leave();
    cutShort(incoming, { state: 'aborted', status: null, problem });
  }
  if (!reading) rejectUnfinishedHead(context, connection, problem);
}
