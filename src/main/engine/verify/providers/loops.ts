// Loops.

import type { ProviderEntry } from '../provider.ts';

export const loops: ProviderEntry = {
  id: 'loops',
  name: 'Loops',
  category: 'email',
  docs: 'https://loops.so/docs/webhooks',
  confidence: 'unconfirmed',
  secretHint: 'Whsec_<base64>.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.eventName',
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
  notes: ['Standard Webhooks style headers.'],
};
