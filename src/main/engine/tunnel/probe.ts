// How a health check proves that the public URL leads to this very receiver: each check asks for a
// path that nobody else knows and expects an answer that nobody else can give. It echoes a constant
// for a path that is being waited for, and is nothing else: no input, no state, no control.

import { randomBytes } from 'node:crypto';

const PATH_PREFIX = '/hookglass-probe/';

export interface ProbeRequest {
  /** The request's target. */
  path: string;
  headers: Record<string, string>;
  /** The body that proves it. It cannot be told from the path, so an echo server does not pass. */
  answer: string;
  /** Makes the path unknown again. To be called in any case. */
  withdraw(): void;
}

export interface Probe {
  /** A new request, answered by {@link Probe.matches} until it is withdrawn. */
  issue(): ProbeRequest;
  /**
   * The body to answer with 200, or null when the request is not a check of ours. The receiver asks
   * before anything else, answers with `Cache-Control: no-store`, and keeps nothing of the request.
   */
  matches(method: string, target: string): string | null;
}

/** `token` gives an unguessable string that is fit for a path. */
export function createProbe(token: () => string = randomToken): Probe {
  // A path of its own for each check: an answer kept by a cache proves nothing.
  const waitedFor = new Map<string, string>();
  return {
    issue() {
      const path = PATH_PREFIX + token();
      const answer = token();
      waitedFor.set(path, answer);
      return {
        path,
        headers: {
          // Public servers show browsers a reminder page; these headers say that this is none.
          'Bypass-Tunnel-Reminder': 'hookglass',
          'User-Agent': 'Hookglass',
          'Cache-Control': 'no-cache',
          Accept: 'text/plain',
        },
        answer,
        withdraw: () => void waitedFor.delete(path),
      };
    },
    matches(method, target) {
      if (!target.startsWith(PATH_PREFIX) || method !== 'GET') return null;
      return waitedFor.get(target) ?? null;
    },
  };
}

function randomToken(): string {
  return randomBytes(24).toString('base64url');
}
