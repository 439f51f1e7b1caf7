// Requests that never became one for the parser: malformed, broken off or stalled in the head,
// CONNECT. They are answered and listed all the same.

import type { IncomingMessage } from 'node:http';
import { pairsOf } from '../../../shared/headers.ts';
import { EMPTY_BODY } from '../body.ts';
import type { Captured } from '../capture.ts';
import { type Connection, part } from './connection.ts';
import { type Exchange, settledExchange } from './exchange.ts';
import { cutShort, type Incoming } from './incoming.ts';
import { describeMalformed, type ParseFailure } from './malformed.ts';
import { refusalBytes } from './refusal.ts';
import { readUnusualLine, type UnusualLine, withUnusualLine } from './unusual-line.ts';

export interface RejectContext {
  now: () => number;
  onBegin: () => void;
  onCapture: (captured: Captured, exchange: Exchange) => void;
}

export interface ParserRejectContext extends RejectContext {
  /**
   * Parses the request again, with a line that the parser takes; false when that cannot be done.
   */
  startOver: (connection: Connection, line: UnusualLine) => boolean;
}

/** What Node adds to a parser's error. */
interface ParserError extends NodeJS.ErrnoException {
  reason?: string;
  rawPacket?: Buffer;
  bytesParsed?: number;
}

type Known = Pick<Captured, 'state' | 'problem'> & Partial<Captured>;

const ENDED = 'Its client ended the connection before it was complete.';

/** For every error of a connection: of its parser and of its socket. */
export function rejectMalformed(
  context: ParserRejectContext,
  connection: Connection,
  error: ParserError,
): void {
  // A parser that failed fails again with every further byte.
  if (connection.broken) return;
  if (!error.code?.startsWith('HPE_')) return void connection.socket.destroy();
  const current = unfinished(connection);
  const ended = error.code === 'HPE_INVALID_EOF_STATE';
  const failure = failureOf(connection, error);
  const unusual = connection.open.size === 0 ? readUnusualLine(failure) : null;
  if (unusual && context.startOver(connection, unusual)) return;
  const malformed = describeMalformed(failure);
  const { status, problem } = malformed;
  if (current) {
    connection.broken = true;
    cutShort(
      current,
      ended
        ? { state: 'aborted', status: 400, problem: ENDED }
        : { state: 'malformed', status: 400, problem },
    );
    return;
  }
  const text = ended ? ENDED : problem;
  part(
    connection,
    refusalBytes(status, `This is not a valid HTTP request. ${text}\n`, context.now()),
  );
  list(context, connection, status, {
    state: ended ? 'aborted' : 'malformed',
    problem: text,
    method: malformed.method,
    target: malformed.target,
    body: malformed.raw.length > 0 ? { kind: 'memory', bytes: malformed.raw } : EMPTY_BODY,
  });
}

/** A request whose head never ends. */
export function rejectStalled(
  context: RejectContext,
  connection: Connection,
  problem: string,
): void {
  part(
    connection,
    refusalBytes(408, `This request did not arrive whole. ${problem}\n`, context.now()),
  );
  list(context, connection, 408, { state: 'aborted', problem });
}

/** The connection is closed: lists the request whose head had begun, if one had. */
export function rejectUnfinishedHead(
  context: RejectContext,
  connection: Connection,
  problem: string,
): void {
  const { broken, settledBytes, socket } = connection;
  // Some clients send a line break after a request; that is not the beginning of another.
  if (broken || socket.bytesRead <= settledBytes + 2) return;
  list(context, connection, null, { state: 'aborted', problem });
}

/** CONNECT asks for a proxy, which this is not. Node has handed the connection over to us. */
export function rejectConnect(
  context: RejectContext,
  connection: Connection,
  req: IncomingMessage,
): void {
  connection.socket.on('error', () => connection.socket.destroy());
  part(connection, refusalBytes(405, 'Hookglass is not a proxy.\n', context.now()));
  list(context, connection, 405, {
    state: 'complete',
    problem: null,
    method: 'CONNECT',
    target: req.url ?? '',
    httpVersion: req.httpVersion,
    headers: pairsOf(req.rawHeaders),
    bodyMs: 0,
  });
}

/** The request whose body is on the wire, if there is one. */
function unfinished({ open }: Connection): Incoming | null {
  for (const incoming of open) {
    if (incoming.reading !== null && !incoming.exchange.req.complete) return incoming;
  }
  return null;
}

function failureOf(connection: Connection, error: ParserError): ParseFailure {
  const { open, settledBytes, socket, unusual } = connection;
  const raw = error.rawPacket ?? null;
  // A request that is complete but not yet read to its end came in this very packet.
  const after = [...open].some(({ reading, exchange }) => reading && exchange.req.complete);
  const whole = raw !== null && settledBytes + raw.length === socket.bytesRead;
  const packet = whole && unusual ? withUnusualLine(unusual, raw) : raw;
  return {
    code: error.code ?? '',
    reason: error.reason ?? error.message,
    packet,
    place: after ? 'after' : whole ? 'whole' : 'part',
    parsedBytes: error.bytesParsed ?? 0,
  };
}

function list(
  { now, onBegin, onCapture }: RejectContext,
  { remoteAddress }: Connection,
  status: number | null,
  known: Known,
): void {
  onBegin();
  const captured: Captured = {
    method: '',
    target: '',
    httpVersion: '',
    headers: [],
    body: EMPTY_BODY,
    remoteAddress,
    receivedAt: now(),
    startedAt: performance.now(),
    bodyMs: null,
    ...known,
  };
  onCapture(captured, settledExchange(status));
}
