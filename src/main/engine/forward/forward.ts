// One attempt: a delivery sent to a destination, and the answer or the failure that came of it.

import type { HeaderList } from '../../../shared/headers.ts';
import type { Attempt, AttemptFailure, AttemptTiming } from '../../../shared/model.ts';
import { type Body, bodySize } from '../body.ts';
import { createConnections } from './connections.ts';
import { describeUnsendable } from './failures.ts';
import { joinTarget } from './join-target.ts';
import { parseHttpUrl } from './loopback.ts';
import { requestHeaders } from './request-headers.ts';
import { type ForwardedResponse, type TryOptions, type TryResult, tryOnce } from './try-once.ts';

export type { ForwardedResponse } from './try-once.ts';

/** The request to send; a captured one is one. */
export interface ForwardMessage {
  method: string;
  target: string;
  headers: HeaderList;
  body: Body;
}

/**
 * Told of the answer as soon as its head is here, for passing it on while it arrives. What is read
 * of the body there is recorded here too; when nobody reads it, it is read for the record alone.
 */
export type OnResponse = (response: ForwardedResponse) => void;

export interface ForwardRequest {
  message: ForwardMessage;
  endpointPath: string;
  /** An http or https URL. */
  destination: string;
  /** Until the answer begins, and then between any two pieces of it, in ms; 0: none. */
  timeoutMs: number;
  /** Aborting it ends the attempt as `interrupted`. */
  signal?: AbortSignal;
  onResponse?: OnResponse;
}

/** How an attempt ended. The body is at most its first 5 MiB; `bodySize` counts all. */
export interface ForwardResult {
  attempt: Omit<Attempt, 'id' | 'deliveryId' | 'trigger' | 'startedAt'>;
  body: Buffer;
}

export interface Forwarder {
  /** Redirects are recorded, not followed. Never rejects: a failure is an outcome. */
  forward(request: ForwardRequest): Promise<ForwardResult>;
  /** An attempt that was not made. */
  refuse(destination: string, failure: AttemptFailure): ForwardResult;
  /** Interrupts what is under way and closes all connections. */
  close(): void;
}

/** Of an attempt that has not got anywhere (yet). */
export const NO_TIMING: AttemptTiming = {
  dnsMs: null,
  connectMs: null,
  tlsMs: null,
  sendMs: null,
  waitMs: null,
  receiveMs: null,
  totalMs: null,
};

/** `monotonic` gives ms for the timing. */
export function createForwarder({ monotonic }: { monotonic: () => number }): Forwarder {
  const connections = createConnections();
  const closing = new AbortController();
  return {
    async forward(request) {
      const { message, destination } = request;
      const url = parseHttpUrl(destination);
      if (!url)
        return refuse(destination, describeUnsendable('the destination is not a web address'));
      const joined = joinTarget(request.endpointPath, message.target, url);
      const headers = requestHeaders({
        method: message.method,
        headers: message.headers,
        url,
        bodyLength: bodySize(message.body),
      });
      const result = await trySafely({
        url,
        method: message.method,
        path: joined.path,
        headers,
        body: message.body,
        timeoutMs: request.timeoutMs,
        signals: request.signal ? [closing.signal, request.signal] : [closing.signal],
        fresh: false,
        startedAt: monotonic(),
        connections,
        monotonic,
        onResponse: request.onResponse,
      });
      return 'code' in result ? refuse(joined.url, result) : resultOf(joined.url, result);
    },
    refuse,
    close() {
      closing.abort();
      connections.close();
    },
  };
}

/**
 * A connection that was kept may be closed by the server just when it is used again. When not a
 * byte of an answer came, the request is sent once more on a new connection, as browsers do.
 */
async function trySafely(options: TryOptions): Promise<TryResult | AttemptFailure> {
  try {
    const result = await tryOnce(options);
    return result.stale ? await tryOnce({ ...options, fresh: true }) : result;
  } catch (error) {
    return describeUnsendable(error instanceof Error ? error.message : String(error));
  }
}

function resultOf(destination: string, result: TryResult): ForwardResult {
  const { body, stale: _, ...known } = result;
  return {
    attempt: { destination, outcome: known.failure ? 'failure' : 'response', ...known },
    body,
  };
}

function refuse(destination: string, failure: AttemptFailure): ForwardResult {
  return {
    attempt: {
      destination,
      outcome: 'failure',
      status: null,
      headers: [],
      bodySize: 0,
      bodyTruncated: false,
      failure,
      timing: NO_TIMING,
    },
    body: Buffer.alloc(0),
  };
}
