// Airship.

import type { ProviderEntry } from '../provider.ts';

export const airship: ProviderEntry = {
  id: 'airship',
  name: 'Airship',
  category: 'messaging',
  docs: null,
  confidence: 'corroborated',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-UA-Signature', style: 'plain' },
      signedContent: '{timestamp}:{body}',
      timestamp: { from: 'header:X-UA-Timestamp', unit: 's', tolerance: null },
    },
  ],
};
