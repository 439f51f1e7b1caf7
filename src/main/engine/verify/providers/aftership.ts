// AfterShip Tracking.

import type { ProviderEntry } from '../provider.ts';

export const aftership: ProviderEntry = {
  id: 'aftership',
  name: 'AfterShip Tracking',
  category: 'commerce',
  docs: 'https://www.aftership.com/docs/tracking/webhook/webhook-signature',
  confidence: 'documented',
  retries: '14 retries with growing delay.',
  messageId: 'json:$.event_id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'aftership-hmac-sha256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'as-signature-hmac-sha256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'am-webhook-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
