// Dub.

import type { ProviderEntry } from '../provider.ts';

export const dub: ProviderEntry = {
  id: 'dub',
  name: 'Dub',
  category: 'work',
  docs: null,
  confidence: 'corroborated',
  messageId: 'json:$.id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Dub-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
