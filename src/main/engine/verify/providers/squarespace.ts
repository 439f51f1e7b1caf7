// Squarespace.

import type { ProviderEntry } from '../provider.ts';

export const squarespace: ProviderEntry = {
  id: 'squarespace',
  name: 'Squarespace',
  category: 'commerce',
  docs: 'https://developers.squarespace.com/webhooks/overview',
  confidence: 'corroborated',
  messageId: 'json:$.id',
  eventType: 'json:$.topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'hex',
      signature: { in: 'header', name: 'Squarespace-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['The secret is hex: decode it to bytes first.'],
};
