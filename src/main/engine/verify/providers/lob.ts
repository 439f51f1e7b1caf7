// Lob.

import type { ProviderEntry } from '../provider.ts';

export const lob: ProviderEntry = {
  id: 'lob',
  name: 'Lob',
  category: 'commerce',
  docs: null,
  confidence: 'corroborated',
  messageId: 'json:$.id',
  eventType: 'json:$.event_type.id',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Lob-Signature', style: 'plain' },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'header:Lob-Signature-Timestamp', unit: 'raw', tolerance: null },
    },
  ],
};
