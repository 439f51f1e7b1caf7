// Knock.

import type { ProviderEntry } from '../provider.ts';

export const knock: ProviderEntry = {
  id: 'knock',
  name: 'Knock',
  category: 'messaging',
  docs: 'https://docs.knock.app/developer-tools/outbound-webhooks/overview',
  confidence: 'documented',
  retries: 'Retried on 3xx/4xx/5xx.',
  messageId: 'json:$.id',
  eventType: 'header:x-knock-event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'x-knock-signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['s'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: 300 },
    },
  ],
  notes: ['Milliseconds and base64, unlike Stripe.'],
};
