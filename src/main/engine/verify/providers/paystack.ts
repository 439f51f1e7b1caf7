// Paystack.

import type { ProviderEntry } from '../provider.ts';

export const paystack: ProviderEntry = {
  id: 'paystack',
  name: 'Paystack',
  category: 'payments',
  docs: 'https://paystack.com/docs/payments/webhooks/',
  confidence: 'corroborated',
  secretHint: 'The secret key of the API, sk_live_… or sk_test_….',
  retries: 'Every 3 min for 4 tries, then hourly for 72 h.',
  messageId: 'json:$.data.id+json:$.event',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-paystack-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
