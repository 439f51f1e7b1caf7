// WorkOS.

import type { ProviderEntry } from '../provider.ts';

export const workos: ProviderEntry = {
  id: 'workos',
  name: 'WorkOS',
  category: 'identity',
  docs: null,
  confidence: 'source',
  retries: 'Up to 12 retries over 3 days.',
  messageId: 'json:$.id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'WorkOS-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: 180 },
    },
  ],
  notes: ['Header is "t=…, v1=…" with a space after the comma.', 'Milliseconds.'],
};
