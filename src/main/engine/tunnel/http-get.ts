// One GET over a connection of its own that leaves nothing behind: no pool, no retry, no redirect.

import { lookup as dnsLookup, type LookupOptions } from 'node:dns';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

/** More of an answer is not read: what is asked for here is a few hundred bytes. */
const MAX_BODY_BYTES = 64 * 1024;

export interface HttpGetOptions {
  headers: Record<string, string>;
  /** Its reason becomes the failure's code. */
  signal: AbortSignal;
}

export type HttpResult =
  | { outcome: 'answer'; status: number; headers: IncomingHttpHeaders; body: string }
  /** Node's error code, or the signal's reason. */
  | { outcome: 'failure'; code: string };

/** Settles when the answer is complete or failed, or at once when the signal is aborted. Never rejects. */
export function httpGet(url: URL, { headers, signal }: HttpGetOptions): Promise<HttpResult> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ outcome: 'failure', code: String(signal.reason) });
      return;
    }
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    let request: ReturnType<typeof send>;
    try {
      request = send(url, { agent: false, headers, lookup: lookupHost });
    } catch (error) {
      // A user name with a stray % in it is found out only here.
      resolve({ outcome: 'failure', code: codeOf(error) });
      return;
    }
    const finish = (result: HttpResult) => {
      signal.removeEventListener('abort', onAbort);
      resolve(result);
      request.destroy();
    };
    const fail = (error: unknown) => finish({ outcome: 'failure', code: codeOf(error) });
    const onAbort = () => finish({ outcome: 'failure', code: String(signal.reason) });
    signal.addEventListener('abort', onAbort, { once: true });
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () =>
        finish({
          outcome: 'answer',
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      response.on('error', fail);
      response.on('end', done);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= MAX_BODY_BYTES) done();
      });
    });
    request.end();
  });
}

/** True for `localhost` and every name under it: RFC 6761 (6.3) has them mean this machine. */
export function isLocalhost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost');
}

// Many systems resolve `localhost` but not the names under it, which a local tunnel server gives.
const lookupHost: LookupFunction = (hostname, options: LookupOptions, callback) => {
  if (!isLocalhost(hostname)) return dnsLookup(hostname, options, callback);
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'UNKNOWN';
}
