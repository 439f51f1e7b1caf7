// Cuts off clients that begin something and do not go on with it. Sockets that are merely idle are
// left alone, however long: a tunnel keeps a pool of them, and their next bytes are a delivery.

import { durationInWords } from '../words.ts';
import type { Connection } from './connection.ts';
import { cutShort, type Incoming } from './incoming.ts';

/** All in ms. */
export interface StallLimits {
  /** From a request's first byte to the end of its head. */
  headMs: number;
  /** Without a byte of the body. */
  bodyMs: number;
  /** For a whole request, so that a trickle ends too. */
  requestMs: number;
  /** Without the client reading on in its answer. */
  answerMs: number;
  /** For an answer, once the client has closed its own side. */
  halfOpenMs: number;
  /** For a client that goes on sending after it was refused. */
  lingerMs: number;
  /** For requests under way when the receiver is closed. */
  closeMs: number;
}

export const STALL_LIMITS: StallLimits = {
  headMs: 15_000,
  bodyMs: 30_000,
  requestMs: 600_000,
  answerMs: 60_000,
  halfOpenMs: 2_000,
  lingerMs: 5_000,
  closeMs: 1_000,
};

export interface StallWatchOptions {
  limits: StallLimits;
  connections: () => Iterable<Connection>;
  /** A head that never ends. It is for the caller to answer and to end the connection. */
  onStalledHead(connection: Connection, problem: string): void;
}

/** Watches until the function it answers is called; never keeps the process alive. */
export function watchStalls(options: StallWatchOptions): () => void {
  const shortest = Math.min(...Object.values(options.limits));
  const timer = setInterval(
    () => {
      const now = performance.now();
      for (const connection of options.connections()) inspect(connection, now, options);
    },
    Math.min(1000, Math.max(5, shortest / 4)),
  );
  timer.unref();
  return () => clearInterval(timer);
}

// One sweep over all sockets instead of a timer for each request; and by the bytes that Node
// counts, since listening for data would take the parser off its fast path.
function inspect(connection: Connection, now: number, options: StallWatchOptions): void {
  const { limits } = options;
  const { socket, open } = connection;
  guardAnswer(connection, limits.answerMs);
  if (connection.partedAt !== null) {
    if (now - connection.partedAt > limits.lingerMs) socket.destroy();
    return;
  }
  let current: Incoming | null = null;
  for (const incoming of open) if (incoming.reading) current = incoming;
  const endedAt = connection.endedAt ?? now;
  if (current) inspectBody(connection, current, now, limits);
  else if (now - endedAt > limits.halfOpenMs) socket.destroy();
  else if (!connection.broken) inspectHead(connection, now, options);
}

// Node's own socket timeout knows whether a write makes progress. It is set only while one is
// stuck: an idle socket must not have it.
function guardAnswer({ socket, watch }: Connection, answerMs: number): void {
  const stuck = socket.writableLength > 0;
  if (stuck === watch.guarded) return;
  watch.guarded = stuck;
  socket.setTimeout(stuck ? answerMs : 0);
}

function inspectBody(
  { socket, watch }: Connection,
  incoming: Incoming,
  now: number,
  { bodyMs, requestMs }: StallLimits,
): void {
  const { req } = incoming.exchange;
  const bytes = socket.bytesRead;
  // Not reading is our own doing: a file is busy, or answers are stuck.
  if (bytes !== watch.bytes || req.complete || req.isPaused() || socket.isPaused()) {
    watch.bytes = bytes;
    watch.bytesAt = now;
  } else if (now - watch.bytesAt > bodyMs) {
    cutShort(incoming, timedOut(`Its client sent nothing more for ${durationInWords(bodyMs)}.`));
  }
  if (now - incoming.startedAt > requestMs && !req.complete) {
    cutShort(incoming, timedOut(`It was not complete after ${durationInWords(requestMs)}.`));
  }
}

function timedOut(problem: string) {
  return { state: 'aborted', status: 408, problem } as const;
}

function inspectHead(connection: Connection, now: number, options: StallWatchOptions): void {
  const { socket, watch, settledBytes } = connection;
  if (socket.bytesRead === settledBytes) return;
  if (watch.headAfter !== settledBytes || socket.isPaused()) {
    watch.headAfter = settledBytes;
    watch.headSince = now;
  } else if (now - watch.headSince > options.limits.headMs) {
    const within = durationInWords(options.limits.headMs);
    options.onStalledHead(
      connection,
      `Its client began a request and did not finish its headers within ${within}.`,
    );
  }
}
