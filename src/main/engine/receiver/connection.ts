// What the receiver knows of one open connection, and how it takes leave of one.

import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Incoming } from './incoming.ts';
import type { UnusualLine } from './unusual-line.ts';

/** A socket, or what stands in for one. */
export type Wire = Duplex & Pick<Socket, 'bytesRead' | 'remoteAddress' | 'setTimeout'>;

export interface Connection {
  readonly socket: Wire;
  readonly remoteAddress: string | null;
  /** Requests that are not read to the end or have no whole answer yet, oldest first. */
  readonly open: Set<Incoming>;
  /** `socket.bytesRead` when the last request was complete: more means that another has begun. */
  settledBytes: number;
  /** The request line of its next request, where the parser was given another one in its place. */
  unusual: UnusualLine | null;
  /** Nothing more is parsed on it: what came was not HTTP, or asked for something else. */
  broken: boolean;
  /** Sent when the requests before the one that broke it are answered; then the connection ends. */
  farewell: Buffer | null;
  /** Monotonic ms at which the client said that it sends no more. */
  endedAt: number | null;
  /** Monotonic ms at which the farewell was sent. */
  partedAt: number | null;
  /** Whether we stop reading from it, because its requests come faster than their answers. */
  crowded: 'noticed' | 'paused' | null;
  /** What the stall watch saw when it last looked. */
  readonly watch: ConnectionWatch;
}

export interface ConnectionWatch {
  bytes: number;
  bytesAt: number;
  /** `settledBytes` when the head under way was first seen, and when that was. */
  headAfter: number;
  headSince: number;
  /** True while the socket's own timeout watches over an answer that the client does not read. */
  guarded: boolean;
}

export function newConnection(socket: Wire): Connection {
  return {
    socket,
    remoteAddress: socket.remoteAddress ?? null,
    open: new Set(),
    settledBytes: 0,
    unusual: null,
    broken: false,
    farewell: null,
    endedAt: null,
    partedAt: null,
    crowded: null,
    watch: { bytes: 0, bytesAt: 0, headAfter: -1, headSince: 0, guarded: false },
  };
}

/** Sends the last words after all answers that are still due, and ends the connection. */
export function part(connection: Connection, farewell: Buffer): void {
  connection.broken = true;
  connection.farewell = farewell;
  partWhenAnswered(connection);
}

/** To be called whenever a request of the connection is done with. */
export function partWhenAnswered(connection: Connection): void {
  const { socket, farewell, open } = connection;
  if (farewell === null || open.size > 0) return;
  connection.farewell = null;
  connection.partedAt = performance.now();
  // Reading on, for a while: closing with unread bytes would reset the connection, and the client
  // might never see the answer. The stall watch closes it for good.
  socket.end(farewell);
  socket.resume();
}
