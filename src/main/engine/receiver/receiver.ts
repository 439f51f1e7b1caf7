// The HTTP server that webhooks arrive at: bytes and header pairs in, captured requests out. It has no
// control surface, and nothing a client does may stop it.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createCaptures, type OnCapture } from './captures.ts';
import { type Connection, newConnection } from './connection.ts';
import { closeServer, createHttpServer } from './http-server.ts';
import { cutShort, type IncomingContext, receiveRequest } from './incoming.ts';
import { LOOPBACK, listenOnLoopback, type PortWish } from './listen.ts';
import {
  type RejectContext,
  rejectConnect,
  rejectMalformed,
  rejectStalled,
  rejectUnfinishedHead,
} from './rejects.ts';
import { STALL_LIMITS, type StallLimits, watchStalls } from './stall-watch.ts';

const MAX_CONNECTIONS = 512;
const PROBE = '/hookglass-probe/';

export interface ReceiverOptions extends PortWish {
  /** The largest body that is taken; asked for with every request. */
  bodyLimitBytes: () => number;
  /** An existing folder for bodies above 1 MiB. What is captured there belongs to the caller. */
  spoolDir: string;
  /**
   * Called once for every request, whatever became of it. Where `exchange.answered` is null and the
   * client is not gone, it must be answered in the end. May be called until `close()` has resolved.
   */
  onCapture: OnCapture;
  /** The body to answer a check of ours with, at once and without a capture; null: not one of ours. */
  answerProbe?: (method: string, target: string) => string | null;
  /** Connections at once, 512 by default. Above this the longest idle one makes room for a new one. */
  maxConnections?: number;
  /** How long clients may stall, in ms, where it is not the default. */
  stallMs?: Partial<StallLimits>;
  /** Wall clock, ms since the epoch. */
  now: () => number;
  /** Names the files in `spoolDir`. */
  newSpoolName?: () => string;
}

export interface Receiver {
  port: number;
  url: string;
  /** Gives requests under way a moment to end, then cuts them off. Resolves when all is captured. */
  close(): Promise<void>;
}

/** Rejects with `port-taken` when a fixed port cannot be had. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const connections = new Map<Socket, Connection>();
  const captures = createCaptures(options.onCapture);
  const limits = { ...STALL_LIMITS, ...options.stallMs };
  const newSpoolName = options.newSpoolName ?? (() => `${randomUUID()}.body`);
  let closing = false;
  const context: IncomingContext = {
    now: options.now,
    bodyLimitBytes: options.bodyLimitBytes,
    newSpoolPath: () => join(options.spoolDir, newSpoolName()),
    lingerMs: limits.lingerMs,
    closing: () => closing,
    onBegin: captures.begin,
    onCapture: captures.end,
  };

  const server = createHttpServer();
  trackConnections(server, connections, options.maxConnections ?? MAX_CONNECTIONS, context);
  const take = (req: IncomingMessage, res: ServerResponse, waits: boolean) => {
    const connection = connections.get(req.socket);
    if (!connection || connection.broken) return;
    if (options.answerProbe && answerProbe(options.answerProbe, connection, req, res)) return;
    receiveRequest(context, connection, req, res, waits);
  };
  server.on('request', (req, res) => take(req, res, false));
  server.on('checkContinue', (req, res) => take(req, res, true));
  server.on('checkExpectation', (req, res) => take(req, res, false));
  handleRejects(server, connections, context);

  const port = await listenOnLoopback(server, options);
  server.on('error', () => {}); // Such as too many open files: the next connection may fare better.
  const unwatch = watchStalls({
    limits,
    connections: () => connections.values(),
    onStalledHead: (connection, problem) => rejectStalled(context, connection, problem),
  });

  return {
    port,
    url: `http://${LOOPBACK}:${port}`,
    async close() {
      closing = true;
      await closeServer(server, connections, limits.closeMs);
      unwatch();
      await captures.drained();
    },
  };
}

function trackConnections(
  server: Server,
  connections: Map<Socket, Connection>,
  maxConnections: number,
  context: IncomingContext,
): void {
  server.on('connection', (socket) => {
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
function makeRoom(connections: ReadonlyMap<Socket, Connection>): boolean {
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

function handleRejects(
  server: Server,
  connections: ReadonlyMap<Socket, Connection>,
  context: RejectContext,
): void {
  server.on('connect', (req, socket) => {
    const connection = connections.get(socket as Socket);
    if (connection) rejectConnect(context, connection, req);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const connection = connections.get(socket as Socket);
    if (connection) rejectMalformed(context, connection, error);
    else socket.destroy();
  });
}

function answerProbe(
  ask: (method: string, target: string) => string | null,
  connection: Connection,
  { method = '', url: target = '' }: IncomingMessage,
  res: ServerResponse,
): boolean {
  if (method !== 'GET' || !target.includes(PROBE)) return false;
  const answer = ask(method, target);
  if (answer === null) return false;
  connection.settledBytes = connection.socket.bytesRead;
  res.writeHead(200, ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store']);
  res.end(answer);
  return true;
}
