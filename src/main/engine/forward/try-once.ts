// One request to a destination over one connection, and whatever comes back.

import { setMaxListeners } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { type HeaderList, pairsOf } from '../../../shared/headers.ts';
import type { AttemptFailure, AttemptTiming } from '../../../shared/model.ts';
import type { Body } from '../body.ts';
import { flatHeaders } from '../wire-headers.ts';
import { type AnswerBody, createAnswerBody } from './answer-body.ts';
import type { Connections } from './connections.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import {
  BODY_GONE,
  describeNetworkError,
  describeProtocolError,
  describeTimeout,
  INTERRUPTED,
  type NetworkError,
} from './failures.ts';
import { type Stopwatch, watchRequest } from './timing.ts';
import { upload } from './upload.ts';

const MAX_HEAD_BYTES = 64 * 1024;
/** Interim answers (1xx) before we stop believing that a final one will come. */
const MAX_INTERIM = 100;
/** An answer that nobody waits for is read no further than this: it could be without end. */
const MAX_ALONE_BYTES = 64 * 1024 * 1024;
const MAX_ALONE_MS = 600_000;

export interface ForwardedResponse {
  status: number;
  headers: HeaderList;
  /** Still arriving. Pausing it slows the destination down; destroying it ends the try. */
  body: Readable;
}

export interface TryOptions {
  url: URL;
  method: string;
  path: string;
  headers: HeaderList;
  body: Body;
  /** Until the answer's head, and then between its bytes; 0: none. */
  timeoutMs: number;
  /** Any of them ends the try. */
  signals: AbortSignal[];
  /** On a new connection, whatever is kept. */
  fresh: boolean;
  /** When the first try began, by `monotonic`. */
  startedAt: number;
  connections: Connections;
  monotonic: () => number;
  onResponse?: (response: ForwardedResponse) => void;
}

export interface TryResult {
  status: number | null;
  headers: HeaderList;
  body: Buffer;
  bodySize: number;
  bodyTruncated: boolean;
  failure: AttemptFailure | null;
  timing: AttemptTiming;
  /** A kept connection turned out to be closed before a byte of an answer came. */
  stale: boolean;
}

/** What is known while a try is under way. */
interface Try {
  readonly options: TryOptions;
  readonly req: ClientRequest;
  readonly watch: Stopwatch;
  readonly body: AnswerBody;
  readonly resolve: (result: TryResult) => void;
  readonly cleanups: (() => void)[];
  res: IncomingMessage | null;
  error: NetworkError | null;
  /** What the connection had received before. */
  bytesBefore: number;
  /** The answer was seen to its end. */
  whole: boolean;
  over: boolean;
}

/**
 * Never rejects. Throws only what `http.request` throws at once, for what cannot be sent at all.
 */
export function tryOnce(options: TryOptions): Promise<TryResult> {
  const { url, startedAt, monotonic } = options;
  const req = makeRequest(options);
  const watch = watchRequest(req, url.protocol === 'https:', startedAt, monotonic);
  return new Promise((resolve) => {
    const attempt: Try = {
      options,
      req,
      watch,
      body: createAnswerBody(),
      resolve,
      cleanups: [],
      res: null,
      error: null,
      bytesBefore: 0,
      whole: false,
      over: false,
    };
    const deadline = startDeadline(attempt);
    listen(attempt, deadline);
    attempt.cleanups.push(upload(req, options.body, () => settle(attempt, BODY_GONE)));
    for (const signal of options.signals) obey(attempt, signal);
  });
}

function obey(attempt: Try, signal: AbortSignal): void {
  const onAbort = () => settle(attempt, INTERRUPTED);
  // One signal may stand for any number of tries at once: that is no leak.
  setMaxListeners(0, signal);
  signal.addEventListener('abort', onAbort);
  attempt.cleanups.push(() => signal.removeEventListener('abort', onAbort));
  if (signal.aborted) onAbort();
}

function makeRequest({
  url,
  method,
  path,
  headers,
  fresh,
  connections,
}: TryOptions): ClientRequest {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const req = request({
    ...connections.optionsFor(url, fresh),
    method,
    path,
    // As a flat list, Node writes them as they are; all it adds is Connection.
    headers: flatHeaders(headers),
    maxHeaderSize: MAX_HEAD_BYTES,
  });
  // Node would silently drop the headers after the thousandth.
  req.maxHeadersCount = 0;
  return req;
}

function startDeadline(attempt: Try): Deadline {
  const { url, timeoutMs } = attempt.options;
  const deadline = createDeadline(timeoutMs, () => {
    // Then it is not the destination that is slow, but whoever reads its answer.
    if (attempt.res?.isPaused()) deadline.refresh();
    else settle(attempt, describeTimeout(url, attempt.watch.phase(), timeoutMs));
  });
  attempt.cleanups.push(deadline.clear);
  return deadline;
}

function listen(attempt: Try, deadline: Deadline): void {
  const { req, options } = attempt;
  let interim = 0;
  req.on('socket', (socket) => {
    attempt.bytesBefore = socket.bytesRead;
  });
  req.on('error', (error: NetworkError) => {
    attempt.error = error;
    if (!attempt.res) breakOff(attempt, error);
  });
  req.on('close', () => {
    if (!attempt.res) breakOff(attempt, attempt.error ?? { code: 'ECONNRESET' });
  });
  req.on('information', () => {
    if (++interim > MAX_INTERIM) settle(attempt, describeProtocolError(options.url, 'interim'));
  });
  req.on('upgrade', () => settle(attempt, describeProtocolError(options.url, 'upgrade')));
  // The answer to a CONNECT: it has no body, and what follows is not HTTP.
  req.on('connect', (res, socket) => {
    socket.destroy();
    attempt.res = res;
    attempt.whole = true;
    attempt.watch.head();
    settle(attempt, null);
  });
  req.on('response', (res) => receive(attempt, res, deadline));
}

function receive(attempt: Try, res: IncomingMessage, deadline: Deadline): void {
  const { body, options } = attempt;
  attempt.res = res;
  attempt.watch.head();
  deadline.refresh();
  let alone = false;
  res.on('data', (chunk: Buffer) => {
    body.add(chunk);
    deadline.refresh();
    if (alone && body.size() > MAX_ALONE_BYTES) stopReading(attempt);
  });
  res.on('end', () => {
    attempt.whole = true;
    settle(attempt, null);
  });
  res.on('error', () => {}); // Followed by 'close'.
  res.on('close', () => {
    const error = attempt.error ?? res.errored;
    if (error) breakOff(attempt, error);
    else stopReading(attempt);
  });
  passOn(options, res);
  alone = res.listenerCount('data') === 1;
  if (!alone) return;
  const patience = createDeadline(MAX_ALONE_MS, () => stopReading(attempt));
  attempt.cleanups.push(patience.clear);
}

function passOn({ onResponse }: TryOptions, res: IncomingMessage): void {
  try {
    onResponse?.({
      status: res.statusCode ?? 0,
      headers: pairsOf(res.rawHeaders),
      body: res,
    });
  } catch {
    // A bug in passing it on must not cost the record of it.
  }
}

function breakOff(attempt: Try, error: NetworkError): void {
  settle(attempt, describeNetworkError(error, attempt.options.url, attempt.watch.phase()));
}

/** Not a failure: whoever wanted the answer has left, or it is longer than anyone wants to know. */
function stopReading(attempt: Try): void {
  settle(attempt, null);
}

function settle(attempt: Try, failure: AttemptFailure | null): void {
  if (attempt.over) return;
  attempt.over = true;
  for (const cleanup of attempt.cleanups) cleanup();
  const { req, res, body, watch, whole, resolve } = attempt;
  const kept = body.kept();
  // What was announced is known, even where not all of it was read.
  const announced = whole ? 0 : Number(res?.headers['content-length'] ?? 0);
  const bodySize = Math.max(body.size(), announced);
  resolve({
    status: res?.statusCode ?? null,
    headers: res ? pairsOf(res.rawHeaders) : [],
    body: kept,
    bodySize,
    bodyTruncated: res !== null && (!whole || kept.length < bodySize),
    failure,
    timing: watch.stop(),
    stale: isStale(attempt),
  });
  // Not kept for another request when this one was broken off, in either direction.
  if (!whole || !req.writableFinished) req.destroy();
}

function isStale({ req, res, error, bytesBefore }: Try): boolean {
  if (res || !error || !req.reusedSocket) return false;
  const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
  return reset && (req.socket?.bytesRead ?? 0) === bytesBefore;
}
