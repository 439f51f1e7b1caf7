// Checkout.com.

import type { ProviderEntry } from '../provider.ts';

export const checkoutCom: ProviderEntry = {
  id: 'checkout-com',
  name: 'Checkout.com',
  category: 'payments',
  docs: 'https://www.checkout.com/docs/developer-resources/webhooks/manage-webhooks/set-up-your-webhook-receiver',
  confidence: 'documented',
  deadlineSeconds: 10,
  retries: 'Up to 8 retries: 5, 10, 15, 30 min, 1, 4, 12, 12 h.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Cko-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization' },
    },
  ],
};
