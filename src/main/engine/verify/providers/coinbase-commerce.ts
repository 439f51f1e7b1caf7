// Coinbase Commerce.

import type { ProviderEntry } from '../provider.ts';

export const coinbaseCommerce: ProviderEntry = {
  id: 'coinbase-commerce',
  name: 'Coinbase Commerce',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/coinbase-commerce-node',
  confidence: 'source',
  retries: 'Exponential backoff for up to 3 days, max interval 1 h.',
  messageId: 'json:$.event.id',
  eventType: 'json:$.event.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-CC-Webhook-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
