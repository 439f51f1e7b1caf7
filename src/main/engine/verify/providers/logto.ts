// Logto.

import type { ProviderEntry } from '../provider.ts';

export const logto: ProviderEntry = {
  id: 'logto',
  name: 'Logto',
  category: 'identity',
  docs: 'https://docs.logto.io/developers/webhooks/secure-webhooks',
  confidence: 'documented',
  messageId: 'json:$.hookId+json:$.createdAt',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'logto-signature-sha-256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
