// Novu.

import type { ProviderEntry } from '../provider.ts';

export const novu: ProviderEntry = {
  id: 'novu',
  name: 'Novu',
  category: 'messaging',
  docs: 'https://docs.novu.co/platform/webhooks',
  confidence: 'unconfirmed',
  secretHint: 'Whsec_<base64>.',
  messageId: 'header:svix-id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64-after-prefix:whsec_',
      signature: {
        in: 'header',
        name: 'svix-signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1,',
      },
      signedContent: '{id}.{timestamp}.{body}',
      timestamp: { from: 'header:svix-timestamp', unit: 's', tolerance: 300 },
    },
  ],
  notes: ['Outbound webhooks run on Svix.'],
};
