// Attempts and whole deliveries for tests of the state.

import { NO_TIMING } from '../../../src/main/engine/forward/forward.ts';
import type { Attempt, Delivery } from '../../../src/shared/model.ts';
import { delivery } from './listed-host.ts';

export function attempt(id: string, part: Partial<Attempt> = {}): Attempt {
  return {
    id,
    deliveryId: delivery(1).id,
    trigger: 'replay',
    destination: 'http://localhost:3000/hooks',
    startedAt: '2026-11-22T14:02:31.482Z',
    outcome: 'response',
    status: 200,
    headers: [],
    bodySize: 0,
    bodyTruncated: false,
    failure: null,
    timing: { ...NO_TIMING, totalMs: 12 },
    ...part,
  };
}

export function wholeDelivery(number: number, part: Partial<Delivery> = {}): Delivery {
  return {
    ...delivery(number),
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
    headers: [['Host', 'example.test']],
    verdict: {
      status: 'verified',
      scheme: null,
      reason: null,
      hint: null,
      secretLabel: null,
      checks: [],
      findings: [],
      warnings: [],
    },
    timing: { bodyMs: 1, verifiedMs: 1, committedMs: 2, answeredMs: 3 },
    problem: null,
    handshakeDetail: null,
    imported: null,
    attempts: [],
    group: [],
    guesses: [],
    ...part,
  };
}
