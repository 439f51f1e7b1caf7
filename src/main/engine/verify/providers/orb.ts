// Orb.

import type { ProviderEntry } from '../provider.ts';

export const orb: ProviderEntry = {
  id: 'orb',
  name: 'Orb',
  category: 'payments',
  docs: null,
  confidence: 'source',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Orb-Signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1=',
      },
      signedContent: 'v1:{timestamp}:{body}',
      timestamp: { from: 'header:X-Orb-Timestamp', unit: 'iso', tolerance: 300 },
    },
  ],
};
