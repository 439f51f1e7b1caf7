// Dodo Payments.

import type { ProviderEntry } from '../provider.ts';

export const dodopayments: ProviderEntry = {
  id: 'dodopayments',
  name: 'Dodo Payments',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/@hookflo/tern',
  confidence: 'corroborated',
  secretHint: 'Whsec_<base64>.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64-after-prefix:whsec_',
      signature: {
        in: 'header',
        name: 'webhook-signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1,',
      },
      signedContent: '{id}.{timestamp}.{body}',
      timestamp: { from: 'header:webhook-timestamp', unit: 's', tolerance: 300 },
    },
  ],
};
