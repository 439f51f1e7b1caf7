// Revolut Business / Merchant.

import type { ProviderEntry } from '../provider.ts';

export const revolut: ProviderEntry = {
  id: 'revolut',
  name: 'Revolut Business / Merchant',
  sender: 'Revolut',
  category: 'payments',
  docs: 'https://developer.revolut.com/docs/guides/manage-accounts/webhooks/verify-the-payload-signature',
  confidence: 'documented',
  secretHint: 'It begins with wsk_.',
  retries: '3 retries 10 min apart.',
  messageId: 'json:$.data.id+json:$.event+json:$.timestamp',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Revolut-Signature',
        style: 'list',
        separator: ',',
        prefix: 'v1=',
      },
      signedContent: 'v1.{timestamp}.{body}',
      timestamp: { from: 'header:Revolut-Request-Timestamp', unit: 'ms', tolerance: 300 },
    },
  ],
};
