// GoCardless.

import type { ProviderEntry } from '../provider.ts';

export const gocardless: ProviderEntry = {
  id: 'gocardless',
  name: 'GoCardless',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/gocardless-nodejs',
  confidence: 'source',
  deadlineSeconds: 10,
  retries: 'Up to 8 retries.',
  messageId: 'json:$.events[0].id',
  eventType: 'json:$.events[0].resource_type+json:$.events[0].action',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Webhook-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
