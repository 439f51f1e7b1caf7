// A delivery and what surrounds it, for tests that change one thing about them.

import type { Attempt, Delivery, ProviderInfo } from '../../../../src/shared/model.ts';

export const provider: ProviderInfo = {
  id: 'pocketbook',
  name: 'Pocketbook',
  category: 'payments',
  confidence: 'documented',
  notes: [],
  docs: 'https://docs.example/webhooks',
  secretHint: null,
  scheme: 'HMAC-SHA256 of {timestamp}.{body}',
  signatureHeader: 'X-Webhook-Signature',
  signsUrl: false,
  toleranceSeconds: 300,
  deadlineSeconds: 30,
  retries: 'with growing pauses',
  handshake: false,
  callsBack: false,
  options: [],
  sampleEvents: [],
};

export function attempt(over: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a1',
    deliveryId: 'd1',
    trigger: 'forward',
    destination: 'http://localhost:3000/hooks',
    startedAt: '2026-11-22T14:02:31.488Z',
    outcome: 'response',
    status: 200,
    headers: [],
    bodySize: 0,
    bodyTruncated: false,
    failure: null,
    timing: {
      dnsMs: 0.25,
      connectMs: 0.75,
      tlsMs: null,
      sendMs: 0.5,
      waitMs: 398,
      receiveMs: 2.5,
      totalMs: 402,
    },
    ...over,
  };
}

export function delivery(over: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd1',
    endpointId: 'e1',
    receivedAt: '2026-11-22T14:02:31.482Z',
    state: 'complete',
    method: 'POST',
    target: '/pocketbook/a?b=1',
    bodySize: 612,
    contentType: 'application/json',
    provider: 'pocketbook',
    eventType: 'certificate.minted',
    messageId: 'evt_1',
    handshake: false,
    pinned: false,
    httpVersion: '1.1',
    remoteAddress: '127.0.0.1',
    headers: [],
    verdict: {
      status: 'verified',
      scheme: 'HMAC-SHA256 of {timestamp}.{body}',
      reason: null,
      hint: null,
      secretLabel: 'current',
      checks: [],
      findings: [],
      warnings: [],
    },
    response: { status: 200, source: 'forward' },
    timing: { bodyMs: 6, verifiedMs: 6.1, committedMs: 6.5, answeredMs: 412 },
    durationMs: 412,
    attemptCount: 1,
    problem: null,
    handshakeDetail: null,
    attempts: [attempt()],
    guesses: [],
    ...over,
  };
}
