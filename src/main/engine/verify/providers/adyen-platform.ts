// Adyen banking / platform webhooks.

import type { ProviderEntry } from '../provider.ts';

export const adyenPlatform: ProviderEntry = {
  id: 'adyen-platform',
  name: 'Adyen banking / platform webhooks',
  sender: 'Adyen',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/@adyen/api-library',
  confidence: 'unconfirmed',
  messageId: 'json:$.data.id+json:$.type+json:$.timestamp',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'hex',
      signature: { in: 'header', name: 'HmacSignature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
