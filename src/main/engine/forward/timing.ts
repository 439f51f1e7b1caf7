// The phases of one try, told apart by the moments at which each of them ended.

import type { ClientRequest } from 'node:http';
import type { AttemptTiming } from '../../../shared/model.ts';
import type { Phase } from './failures.ts';

export interface Stopwatch {
  /** How far the try has come. */
  phase(): Phase;
  /** The answer's head is here. */
  head(): void;
  /** The try is over: the phases in ms, null where one did not happen or did not end. */
  stop(): AttemptTiming;
}

/** Watches a request that was just made. `startedAt` and `monotonic` are in ms of one clock. */
export function watchRequest(
  req: ClientRequest,
  secure: boolean,
  startedAt: number,
  monotonic: () => number,
): Stopwatch {
  let found: number | null = null;
  let connected: number | null = null;
  let secured: number | null = null;
  let sent: number | null = null;
  let answered: number | null = null;
  let ready = false;

  req.once('socket', (socket) => {
    if (!socket.connecting) {
      ready = true;
      return;
    }
    socket.once('lookup', () => {
      found ??= monotonic();
    });
    socket.once('connect', () => {
      connected = monotonic();
      ready = !secure;
    });
    socket.once('secureConnect', () => {
      secured = monotonic();
      ready = true;
    });
  });
  req.once('finish', () => {
    sent = monotonic();
  });

  return {
    phase() {
      if (answered !== null) return 'receiving';
      if (ready) return 'waiting';
      return connected === null ? 'connecting' : 'securing';
    },
    head: () => {
      answered = monotonic();
    },
    stop() {
      const ended = monotonic();
      const begun = secured ?? connected ?? startedAt;
      // An answer can come before all is sent: then there was no waiting.
      const sendEnded = sent !== null && answered !== null ? Math.min(sent, answered) : sent;
      return {
        dnsMs: since(startedAt, found),
        connectMs: since(found ?? startedAt, connected),
        tlsMs: since(connected ?? startedAt, secured),
        sendMs: ready ? since(begun, sendEnded ?? answered) : null,
        waitMs: since(sendEnded ?? answered ?? begun, answered),
        receiveMs: since(answered ?? ended, answered === null ? null : ended),
        totalMs: ended - startedAt,
      };
    },
  };
}

function since(from: number, to: number | null): number | null {
  return to === null ? null : Math.max(0, to - from);
}
