// The HTTP server that webhooks arrive at: bytes and header pairs in, captured requests out. It has
// no control surface, and nothing a client does may stop it.

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { LOOPBACK, listenOnLoopback, type PortWish } from '../listen.ts';
import { createCaptures, type OnCapture } from './captures.ts';
import type { Connection } from './connection.ts';
import { closeServer, createHttpServer } from './http-server.ts';
import { type IncomingContext, receiveRequest } from './incoming.ts';
import {
  type ParserRejectContext,
  rejectConnect,
  rejectMalformed,
  rejectStalled,
} from './rejects.ts';
import { Relay } from './relay.ts';
import { STALL_LIMITS, type StallLimits, watchStalls } from './stall-watch.ts';
import { trackConnections } from './track-connections.ts';
import type { UnusualLine } from './unusual-line.ts';

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
  /**
   * The body to answer a check of ours with, at once and without a capture; null: not one of ours.
   */
  answerProbe?: (method: string, target: string) => string | null;
  /**
   * Connections at once, 512 by default. Above this the longest idle one makes room for a new one.
   */
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
  /**
   * Gives requests under way a moment to end, then cuts them off. Resolves when all is captured.
   */
  close(): Promise<void>;
}

/** Rejects with `port-taken` when a fixed port cannot be had. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const connections = new Map<Duplex, Connection>();
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
  const startOver = (connection: Connection, line: UnusualLine) =>
    standIn(server, connections, connection, line);
  handleRejects(server, connections, { ...context, startOver });

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

/** Gives the server a connection in place of one whose first line its parser does not take. */
function standIn(
  server: Server,
  connections: Map<Duplex, Connection>,
  connection: Connection,
  line: UnusualLine,
): boolean {
  const { socket } = connection;
  if (!(socket instanceof Socket)) return false;
  connection.broken = true;
  connections.delete(socket);
  const relay = new Relay(socket, Buffer.concat([Buffer.from(line.usual, 'latin1'), line.rest]));
  server.emit('connection', relay);
  const successor = connections.get(relay);
  if (successor) successor.unusual = line;
  return true;
}

function handleRejects(
  server: Server,
  connections: ReadonlyMap<Duplex, Connection>,
  context: ParserRejectContext,
): void {
  server.on('connect', (req, socket) => {
    const connection = connections.get(socket);
    if (connection) rejectConnect(context, connection, req);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const connection = connections.get(socket);
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
