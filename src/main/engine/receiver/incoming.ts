// One request on its way in: from its head to the moment it is captured, or refused.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { pairsOf } from '../../../shared/headers.ts';
import type { DeliveryState } from '../../../shared/model.ts';
import { type Body, EMPTY_BODY } from '../body.ts';
import type { Captured } from '../capture.ts';
import { sizeInWords } from '../words.ts';
import { type Connection, partWhenAnswered } from './connection.ts';
import type { Exchange } from './exchange.ts';
import { LiveExchange } from './live-exchange.ts';
import { type BodyEnd, type BodyReading, readBody } from './read-body.ts';

export interface Incoming {
  readonly exchange: LiveExchange;
  /** As the client sent them. */
  readonly method: string;
  readonly target: string;
  /** Wall clock in ms, and monotonic ms, when the head was complete. */
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly limitBytes: number;
  /** Null once the body is read. */
  reading: BodyReading | null;
  /** Why the reading was ended early. */
  cut: Verdict | null;
}

/** How a request ended. `status` is what the receiver answers on its own; null: nothing. */
export interface Verdict {
  state: DeliveryState;
  status: number | null;
  problem: string | null;
}

export interface IncomingContext {
  /** Wall clock, ms since the epoch. */
  now: () => number;
  bodyLimitBytes: () => number;
  newSpoolPath: () => string;
  lingerMs: number;
  /** True once the receiver is closing: answers then end their connection. */
  closing: () => boolean;
  /** Called once for each request, after {@link IncomingContext.onBegin}. */
  onCapture: (captured: Captured, exchange: Exchange) => void;
  onBegin: () => void;
}

const COMPLETE: Verdict = { state: 'complete', status: null, problem: null };
/** Requests without an answer on one connection before we stop reading from it. */
const CROWD = 64;

/** `waits`: the client asked by `Expect: 100-continue` before it sends its body. */
export function receiveRequest(
  context: IncomingContext,
  connection: Connection,
  req: IncomingMessage,
  res: ServerResponse,
  waits: boolean,
): void {
  const { method = '', url: target = '' } = req;
  const line = connection.unusual ?? { method, target };
  const incoming: Incoming = {
    exchange: new LiveExchange(req, res, () => release(context, connection, incoming)),
    method: line.method,
    target: line.target,
    receivedAt: context.now(),
    startedAt: performance.now(),
    limitBytes: context.bodyLimitBytes(),
    reading: null,
    cut: null,
  };
  admit(connection, incoming);
  context.onBegin();
  // Node drops what a client pipelined behind a request to upgrade, which must not wait for an
  // answer; and where a connection stands in for another, once is enough.
  if (context.closing() || req.headers.upgrade !== undefined || connection.unusual) {
    res.shouldKeepAlive = false;
  }
  connection.unusual = null;
  readOn(context, connection, incoming, waits);
}

function readOn(
  context: IncomingContext,
  connection: Connection,
  incoming: Incoming,
  waits: boolean,
): void {
  const { exchange, limitBytes } = incoming;
  const { req, res } = exchange;
  const declaredBytes = Number(req.headers['content-length'] ?? 0);
  const done = (end: BodyEnd, body: Body, error: NodeJS.ErrnoException | null) => {
    incoming.reading = null;
    if (end === 'complete') connection.settledBytes = connection.socket.bytesRead;
    const verdict = incoming.cut ?? judge(end, req, limitBytes, error);
    const captured = captureOf(connection, incoming, verdict, body);
    if (end === 'complete') captured.bodyMs = performance.now() - incoming.startedAt;
    if (verdict.status !== null) {
      connection.broken = true;
      refuse(incoming, verdict, context.lingerMs);
    }
    context.onCapture(captured, exchange);
  };
  if (waits && declaredBytes > limitBytes) {
    done('too-large', EMPTY_BODY, null);
    return;
  }
  if (waits) res.writeContinue();
  const { newSpoolPath } = context;
  incoming.reading = readBody(req, { limitBytes, declaredBytes, newSpoolPath, done });
}

function captureOf(
  { remoteAddress }: Connection,
  { exchange, method, target, receivedAt, startedAt }: Incoming,
  { state, problem }: Verdict,
  body: Body,
): Captured {
  return {
    state,
    method,
    target,
    httpVersion: exchange.req.httpVersion,
    headers: pairsOf(exchange.req.rawHeaders),
    body,
    remoteAddress,
    receivedAt,
    startedAt,
    bodyMs: null,
    problem,
  };
}

/** Ends the reading of a request, if it is still being read. */
export function cutShort(incoming: Incoming, verdict: Verdict): void {
  if (incoming.reading === null || incoming.cut !== null) return;
  incoming.cut = verdict;
  incoming.reading.stop();
}

function admit(connection: Connection, incoming: Incoming): void {
  connection.open.add(incoming);
  if (connection.open.size < CROWD || connection.crowded === 'noticed') return;
  connection.crowded = 'noticed';
  // Not at once: in the midst of a packet the parser starts the socket again, here and in its
  // ticks.
  queueMicrotask(() => {
    if (connection.crowded === null) return;
    connection.crowded = 'paused';
    connection.socket.pause();
  });
}

function release(context: IncomingContext, connection: Connection, incoming: Incoming): void {
  connection.open.delete(incoming);
  if (connection.crowded !== null && connection.open.size < CROWD / 2) {
    connection.crowded = null;
    connection.socket.resume();
  }
  partWhenAnswered(connection);
  if (context.closing() && connection.open.size === 0) connection.socket.end();
}

function judge(
  end: BodyEnd,
  req: IncomingMessage,
  limitBytes: number,
  error: NodeJS.ErrnoException | null,
): Verdict {
  if (end === 'too-large') {
    const problem = `Its body is larger than the limit of ${sizeInWords(limitBytes)}. What was read before that is kept.`;
    return { state: 'oversized', status: 413, problem };
  }
  if (end === 'disk') return judgeDisk(error);
  const missing = req.httpVersion === '1.1' && req.headers.host === undefined;
  if (!missing) return COMPLETE;
  const problem = 'It has no Host header, which HTTP/1.1 requires.';
  return { state: 'malformed', status: 400, problem };
}

function judgeDisk(error: NodeJS.ErrnoException | null): Verdict {
  const full = error?.code === 'ENOSPC' || error?.code === 'EDQUOT';
  const problem = full
    ? 'Its body could not be stored: the disk is full. Free some space, then have it sent again.'
    : `Its body could not be stored: ${error?.message ?? 'the file could not be written'}. Check the data folder, then have it sent again.`;
  return { state: 'aborted', status: full ? 507 : 500, problem };
}

const REFUSALS: Record<DeliveryState, string> = {
  complete: '',
  malformed: 'This is not a valid HTTP request.',
  oversized: 'This request is too large.',
  aborted: 'This request did not arrive whole.',
};

function refuse(incoming: Incoming, { state, status, problem }: Verdict, lingerMs: number): void {
  if (status === null) return;
  incoming.exchange.refuse(status, `${REFUSALS[state]} ${problem ?? ''}\n`, lingerMs);
}
