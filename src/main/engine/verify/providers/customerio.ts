// Customer.io reporting webhooks.

import type { ProviderEntry } from '../provider.ts';

export const customerio: ProviderEntry = {
  id: 'customerio',
  name: 'Customer.io reporting webhooks',
  sender: 'Customer.io',
  category: 'email',
  docs: 'https://docs.customer.io/journeys/webhooks/',
  confidence: 'corroborated',
  deadlineSeconds: 4,
  retries: 'Retried with backoff for up to 7 days.',
  messageId: 'json:$.event_id',
  eventType: 'json:$.object_type+json:$.metric',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-CIO-Signature', style: 'plain' },
      signedContent: 'v0:{timestamp}:{body}',
      timestamp: { from: 'header:X-CIO-Timestamp', unit: 's', tolerance: null },
    },
  ],
  notes: [
    'Event name = object_type + metric.',
    'Signature has no prefix although the version v0 is in the signed string.',
  ],
};
