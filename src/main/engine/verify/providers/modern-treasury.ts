// Modern Treasury.

import type { ProviderEntry } from '../provider.ts';

export const modernTreasury: ProviderEntry = {
  id: 'modern-treasury',
  name: 'Modern Treasury',
  category: 'payments',
  docs: null,
  confidence: 'source',
  messageId: 'header:X-Webhook-ID',
  eventType: 'json:$.event',
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
};
