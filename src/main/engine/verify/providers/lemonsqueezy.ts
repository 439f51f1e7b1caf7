// Lemon Squeezy.

import type { ProviderEntry } from '../provider.ts';
import { lemonsqueezySamples } from '../samples/lemonsqueezy.ts';

export const lemonsqueezy: ProviderEntry = {
  id: 'lemonsqueezy',
  name: 'Lemon Squeezy',
  category: 'payments',
  docs: 'https://docs.lemonsqueezy.com/help/webhooks/signing-requests',
  confidence: 'source',
  retries: '3 retries (5 s, 25 s, 125 s).',
  messageId: 'json:$.meta.webhook_id',
  eventType: 'header:X-Event-Name',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  samples: lemonsqueezySamples,
};
