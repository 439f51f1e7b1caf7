// EasyPost.

import type { ProviderEntry } from '../provider.ts';

export const easypost: ProviderEntry = {
  id: 'easypost',
  name: 'EasyPost',
  category: 'commerce',
  docs: 'https://www.npmjs.com/package/@easypost/api',
  confidence: 'source',
  deadlineSeconds: 7,
  retries: 'Up to 6 retries.',
  messageId: 'json:$.id',
  eventType: 'json:$.description',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8-nfkd',
      signature: {
        in: 'header',
        name: 'X-Hmac-Signature',
        style: 'plain',
        prefix: 'hmac-sha256-hex=',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'Secret is Unicode NFKD normalised.',
    'Where JSON was written anew, whole-number weights must print as 1.0.',
  ],
};
