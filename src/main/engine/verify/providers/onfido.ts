// Onfido / Entrust.

import type { ProviderEntry } from '../provider.ts';

export const onfido: ProviderEntry = {
  id: 'onfido',
  name: 'Onfido / Entrust',
  sender: 'Onfido',
  category: 'identity',
  docs: 'https://documentation.identity.entrust.com/api/manual-webhook-signature-verification/',
  confidence: 'documented',
  deadlineSeconds: 10,
  retries: 'Up to 5 retries over 6 h.',
  messageId: 'json:$.payload.object.id+json:$.payload.action',
  eventType: 'json:$.payload.action',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-SHA2-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
