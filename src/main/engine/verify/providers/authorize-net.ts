// Authorize.Net.

import type { ProviderEntry } from '../provider.ts';

export const authorizeNet: ProviderEntry = {
  id: 'authorize-net',
  name: 'Authorize.Net',
  category: 'payments',
  docs: null,
  confidence: 'corroborated',
  retries: '10 retries over about 2 days.',
  messageId: 'json:$.notificationId',
  eventType: 'json:$.eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'hex',
      signature: { in: 'header', name: 'X-ANET-Signature', style: 'plain', prefix: 'sha512=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Signature key is hex; digest arrives in upper case.'],
};
