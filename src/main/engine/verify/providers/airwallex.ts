// Airwallex.

import type { ProviderEntry } from '../provider.ts';

export const airwallex: ProviderEntry = {
  id: 'airwallex',
  name: 'Airwallex',
  category: 'payments',
  docs: null,
  confidence: 'corroborated',
  messageId: 'json:$.id',
  eventType: 'json:$.name',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-signature', style: 'plain' },
      signedContent: '{timestamp}{body}',
      timestamp: { from: 'header:x-timestamp', unit: 'ms', tolerance: null },
    },
  ],
  notes: ['No separator between timestamp and body.'],
};
