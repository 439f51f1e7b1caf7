// Cashfree.

import type { ProviderEntry } from '../provider.ts';

export const cashfree: ProviderEntry = {
  id: 'cashfree',
  name: 'Cashfree',
  category: 'payments',
  docs: 'https://www.cashfree.com/docs/payments/online/webhooks/signature-verification',
  confidence: 'corroborated',
  messageId: 'header:x-idempotency-key',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'x-webhook-signature', style: 'plain' },
      signedContent: '{timestamp}{body}',
      timestamp: { from: 'header:x-webhook-timestamp', unit: 'ms', tolerance: null },
    },
  ],
  notes: [
    'The dot in the documentation is PHP for joining: there is nothing between timestamp and payload.',
  ],
};
