// Replicate.

import type { ProviderEntry } from '../provider.ts';

export const replicate: ProviderEntry = {
  id: 'replicate',
  name: 'Replicate',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/replicate',
  confidence: 'source',
  secretHint: 'Whsec_<base64>.',
  retries: 'Terminal states retried with growing delay.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.status',
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
