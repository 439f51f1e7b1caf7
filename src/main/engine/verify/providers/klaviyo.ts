// Klaviyo system webhooks.

import type { ProviderEntry } from '../provider.ts';

export const klaviyo: ProviderEntry = {
  id: 'klaviyo',
  name: 'Klaviyo system webhooks',
  sender: 'Klaviyo',
  category: 'email',
  docs: 'https://developers.klaviyo.com/en/docs/system-webhooks',
  confidence: 'documented',
  messageId: 'json:$.data[0].external_id',
  eventType: 'json:$.data[0].topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Klaviyo-Signature', style: 'plain' },
      signedContent: '{body}{timestamp}',
      timestamp: { from: 'header:Klaviyo-Timestamp', unit: 'raw', tolerance: null },
    },
  ],
  notes: [
    'The body comes before the timestamp, which is signed as it was sent.',
    'Klaviyo-Webhook-Id identifies the webhook.',
    'Flow "Webhook" actions are unsigned.',
    'Secret at least 16 characters.',
  ],
};
