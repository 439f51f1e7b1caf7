// Connections to destinations: kept alive between tries, and how a name and a certificate are
// judged.

import { Agent as HttpAgent, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLocalhostName, isLoopbackHost } from './loopback.ts';

/** Idle ones are closed after this; earlier when the server announces that it will. */
const IDLE_MS = 60_000;
const MAX_IDLE = 64;

export interface Connections {
  /** How to connect to a URL's origin. `fresh`: on a connection of its own that is not kept. */
  optionsFor(url: URL, fresh: boolean): RequestOptions;
  close(): void;
}

export function createConnections(): Connections {
  const kept = { keepAlive: true, maxFreeSockets: MAX_IDLE, timeout: IDLE_MS };
  const plain = new HttpAgent(kept);
  const secure = new HttpsAgent(kept);
  return {
    optionsFor(url, fresh) {
      const agent = url.protocol === 'https:' ? secure : plain;
      return { agent: fresh ? false : agent, ...wayTo(url) };
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** How to reach a URL's origin, whatever connection is used. */
export function wayTo(url: URL): RequestOptions {
  return {
    // Without the brackets of an IPv6 address.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    // A server may listen on one of ::1 and 127.0.0.1 only: each is tried.
    ...{ autoSelectFamily: true },
    lookup: isLocalhostName(url.hostname) ? lookupLocalhost : undefined,
    // Development servers sign their certificates themselves. On the way to this very machine
    // there is nobody to be taken in by one; everywhere else a certificate must be trusted.
    ...{ rejectUnauthorized: !isLoopbackHost(url.hostname) },
  };
}

// RFC 6761, 6.3: these names are this machine, whatever a DNS server says; else one could lead away
// what was allowed because it stays here. And many systems do not know the names below `localhost`.
const lookupLocalhost: LookupFunction = (_hostname, options, callback) => {
  process.nextTick(() => {
    if (options.all) {
      callback(null, [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]);
    } else {
      callback(null, '127.0.0.1', 4);
    }
  });
};
