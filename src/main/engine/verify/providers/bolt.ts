// Bolt.

import type { ProviderEntry } from '../provider.ts';

export const bolt: ProviderEntry = {
  id: 'bolt',
  name: 'Bolt',
  category: 'payments',
  docs: null,
  confidence: 'corroborated',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Bolt-Hmac-Sha256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
