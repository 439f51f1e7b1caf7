// Polar.

import type { ProviderEntry } from '../provider.ts';

export const polar: ProviderEntry = {
  id: 'polar',
  name: 'Polar',
  category: 'payments',
  docs: 'https://www.npmjs.com/package/@polar-sh/sdk',
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  deadlineSeconds: 10,
  retries: 'Up to 10 retries with backoff.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
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
  notes: ['The secret is used as UTF-8 bytes (SDK base64-encodes it first): do not base64-decode.'],
};
