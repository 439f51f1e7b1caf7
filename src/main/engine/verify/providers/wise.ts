// Wise.

import type { ProviderEntry } from '../provider.ts';

export const wise: ProviderEntry = {
  id: 'wise',
  name: 'Wise',
  category: 'payments',
  docs: 'https://github.com/transferwise/digital-signatures-examples',
  confidence: 'source',
  secretHint: 'Wise public key (sandbox and production differ).',
  deadlineSeconds: 5,
  retries: 'Up to 25 attempts over 2 weeks.',
  messageId: 'header:X-Delivery-Id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'rsa',
      hash: 'sha256',
      encoding: 'base64',
      signature: { in: 'header', name: 'X-Signature-SHA256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['X-Test-Notification: true marks the test call when a subscription is created.'],
};
