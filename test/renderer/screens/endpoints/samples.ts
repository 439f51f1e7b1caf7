// Endpoints and providers as the host sends them, for the form's tests.

import type { Endpoint, ProviderInfo } from '../../../../src/shared/model.ts';

export function provider(id: string, more: Partial<ProviderInfo> = {}): ProviderInfo {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    category: 'payments',
    confidence: 'documented',
    notes: [],
    docs: `https://${id}.example/docs`,
    secretHint: null,
    scheme: 'HMAC-SHA256 of {body}',
    signatureHeader: 'X-Signature',
    headers: [],
    signsUrl: false,
    toleranceSeconds: 300,
    deadlineSeconds: null,
    retries: null,
    handshake: false,
    callsBack: false,
    testKey: null,
    options: [],
    sampleEvents: ['thing.done'],
    ...more,
  };
}

export const providers: ProviderInfo[] = [
  provider('stripe'),
  provider('pocketbook'),
  provider('hmac', {
    name: 'Generic HMAC',
    options: [
      { key: 'header', label: 'Header', help: '', default: 'X-Signature' },
      { key: 'prefix', label: 'Prefix', help: '', default: 'sha256=' },
      { key: 'hash', label: 'Hash', help: '', default: 'sha256', choices: ['sha256', 'sha1'] },
    ],
  }),
];

export function endpoint(more: Partial<Endpoint> = {}): Endpoint {
  return {
    id: 'e1',
    name: 'Stripe test',
    path: '/stripe',
    isDefault: false,
    provider: 'stripe',
    providerOptions: {},
    secrets: [{ id: 's1', label: 'current', lastFour: '8bd1', source: 'stored' }],
    toleranceSeconds: null,
    publicUrl: null,
    forwardTo: 'http://localhost:3000/hooks',
    forwardTimeoutMs: 30_000,
    respond: { mode: 'forward', status: 200, headers: [], body: '', delayMs: 0 },
    handshakes: true,
    confirmHandshakes: false,
    createdAt: '2026-11-01T10:00:00.000Z',
    ...more,
  };
}
