// Castle.

import type { ProviderEntry } from '../provider.ts';

export const castle: ProviderEntry = {
  id: 'castle',
  name: 'Castle',
  category: 'identity',
  docs: 'https://docs.castle.io/docs/webhooks',
  confidence: 'unconfirmed',
  messageId: 'json:$.data.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Castle-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
