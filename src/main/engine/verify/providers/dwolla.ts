// Dwolla.

import type { ProviderEntry } from '../provider.ts';

export const dwolla: ProviderEntry = {
  id: 'dwolla',
  name: 'Dwolla',
  category: 'payments',
  docs: null,
  confidence: 'corroborated',
  deadlineSeconds: 10,
  retries: 'Up to 8 retries over 72 h.',
  messageId: 'json:$.id',
  eventType: 'json:$.topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Request-Signature-SHA-256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
