// Klarna Network webhooks.

import type { ProviderEntry } from '../provider.ts';

export const klarna: ProviderEntry = {
  id: 'klarna',
  name: 'Klarna Network webhooks',
  category: 'payments',
  docs: 'https://docs.klarna.com/acquirer/worldpay-test/recommended-integration/webhooks-registration/',
  confidence: 'documented',
  retries: 'Retries at 10 s, 2 min, 15 min, 3 h, 6 h, 12 h.',
  messageId: 'json:$.metadata.event_id',
  eventType: 'json:$.metadata.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Klarna-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Klarna-Signing-Key-Id selects the key.', 'Ports 443 and 8443 only.'],
};
