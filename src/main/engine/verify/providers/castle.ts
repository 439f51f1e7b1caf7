// Castle.

import type { ProviderEntry } from '../provider.ts';

export const castle: ProviderEntry = {
  id: 'castle',
  name: 'Castle',
  category: 'identity',
  docs: 'https://github.com/castle/castle-python/blob/master/castle/webhooks/verify.py',
  confidence: 'source',
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
