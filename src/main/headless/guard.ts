// Who may talk to the interface's port: pages of our own origin and holders of this run's token.
// Another site's page must get nowhere, also when its name was made to point at 127.0.0.1.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Guard {
  /** The Host header names this very port on loopback (DNS rebinding is refused). */
  hostAllowed(request: IncomingMessage): boolean;
  /** No Origin (not a page), or our own. */
  originAllowed(request: IncomingMessage): boolean;
  tokenAllowed(token: string | null): boolean;
}

export function createGuard(port: number, token: string): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const expected = digest(token);
  return {
    hostAllowed: ({ headers }) => hosts.has(headers.host?.toLowerCase() ?? ''),
    originAllowed({ headers }) {
      if (headers.origin === undefined) return true;
      return [...hosts].some((host) => headers.origin === `http://${host}`);
    },
    // Digests have one length, so that comparing them tells nothing of the token's.
    tokenAllowed: (given) => given !== null && timingSafeEqual(digest(given), expected),
  };
}

export function bearerToken(request: IncomingMessage): string | null {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Browsers cannot set headers on a WebSocket: the token comes as the second subprotocol. */
export function subprotocolToken(request: IncomingMessage): string | null {
  const [name, token] = (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
  return name === 'hookglass' ? (token ?? null) : null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
