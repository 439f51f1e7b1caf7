// Podium.

import type { ProviderEntry } from '../provider.ts';

export const podium: ProviderEntry = {
  id: 'podium',
  name: 'Podium',
  category: 'crm',
  docs: 'https://docs.podium.com/docs/verifying-webhook-signatures',
  confidence: 'documented',
  eventType: 'json:$.metadata.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'podium-signature', style: 'plain' },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'header:podium-timestamp', unit: 'ms', tolerance: null },
    },
  ],
};
