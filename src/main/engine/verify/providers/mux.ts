// Mux.

import type { ProviderEntry } from '../provider.ts';

export const mux: ProviderEntry = {
  id: 'mux',
  name: 'Mux',
  category: 'media',
  docs: 'https://www.npmjs.com/package/@mux/mux-node',
  confidence: 'source',
  deadlineSeconds: 5,
  retries: 'Retried for 24 h.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Mux-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 300 },
    },
  ],
};
