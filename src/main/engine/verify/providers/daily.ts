// Daily.

import type { ProviderEntry } from '../provider.ts';

export const daily: ProviderEntry = {
  id: 'daily',
  name: 'Daily',
  category: 'media',
  docs: 'https://docs.daily.co/reference/rest-api/webhooks',
  confidence: 'unconfirmed',
  retries: 'FAILED state after 3 failed deliveries; exponential option.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64',
      signature: { in: 'header', name: 'X-Webhook-Signature', style: 'plain' },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'header:X-Webhook-Timestamp', unit: 'raw', tolerance: null },
    },
  ],
  handshake: { when: { method: 'POST', has: { 'json:$.test': 'test' } }, respond: { status: 200 } },
  notes: ['Hmac secret must be base64.'],
};
