// Authorize.Net.

import type { ProviderEntry } from '../provider.ts';

export const authorizeNet: ProviderEntry = {
  id: 'authorize-net',
  name: 'Authorize.Net',
  category: 'payments',
  docs: 'https://developer.authorize.net/api/reference/features/webhooks.html',
  confidence: 'corroborated',
  retries: '10 retries over about 2 days.',
  messageId: 'json:$.notificationId',
  eventType: 'json:$.eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-ANET-Signature', style: 'plain', prefix: 'sha512=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'The signature key is used as the text it is, although it looks like hex; the digest arrives in upper case.',
  ],
};
