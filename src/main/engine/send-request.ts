// Posts a request that was made here, such as a signed test event, and answers what came of it.

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { getHeader, type HeaderList, withoutHeaders } from '../../shared/headers.ts';
import { wayTo } from './forward/connections.ts';
import { describeNetworkError, describeTimeout, type NetworkError } from './forward/failures.ts';

export interface OutgoingRequest {
  method: string;
  /** What comes after the origin in the request line. */
  target: string;
  headers: HeaderList;
  body: Buffer;
}

export type SendOutcome = { status: number } | { failure: string };

const TIMEOUT_MS = 60_000;
/** These depend on where and how it is sent, so that those of the request are left out. */
export const OURS: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'content-length', 'transfer-encoding'],
]);

/** Never rejects: that nobody could be reached is an outcome, in words. */
export function sendRequest(origin: URL, outgoing: OutgoingRequest): Promise<SendOutcome> {
  const { method, target, body } = outgoing;
  const headers = [
    ['Host', getHeader(outgoing.headers, 'host') ?? origin.host],
    ...withoutHeaders(outgoing.headers, OURS),
    ['Content-Length', String(body.length)],
  ].flat();
  const start = origin.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const fail = (error: NetworkError) => {
      const { message } = describeNetworkError(error, origin, 'waiting');
      resolve({ failure: message.replace(', then replay', '') });
    };
    try {
      const options = { ...wayTo(origin), path: target, method, headers, agent: false as const };
      const sent = start({ ...options, timeout: TIMEOUT_MS }, (response) => {
        readToEnd(response, () => resolve({ status: response.statusCode ?? 0 }), fail);
      });
      sent.on('timeout', () => {
        const { message } = describeTimeout(origin, 'waiting', TIMEOUT_MS);
        resolve({ failure: message.replace(', then replay', '') });
        sent.destroy();
      });
      sent.on('error', fail);
      sent.end(body);
    } catch (error) {
      // A header or a path that Node does not put on the wire.
      const reason = error instanceof Error ? error.message : String(error);
      resolve({ failure: `This request could not be sent: ${reason}.` });
    }
  });
}

/** What a test event is answered is of no use beyond its status, but the other end may say it all. */
function readToEnd(
  response: IncomingMessage,
  onEnd: () => void,
  onError: (error: NetworkError) => void,
): void {
  response.resume();
  response.on('end', onEnd);
  response.on('error', onError);
}
