// Primer.

import type { ProviderEntry } from '../provider.ts';

export const primer: ProviderEntry = {
  id: 'primer',
  name: 'Primer',
  category: 'payments',
  docs: null,
  confidence: 'corroborated',
  eventType: 'json:$.eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Signature-Primary', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Signature-Secondary', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
