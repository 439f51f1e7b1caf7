// OpenAI.

import type { ProviderEntry } from '../provider.ts';

export const openai: ProviderEntry = {
  id: 'openai',
  name: 'OpenAI',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/openai',
  confidence: 'source',
  secretHint: 'Whsec_<base64>.',
  retries: 'Retried for up to 72 h with backoff.',
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
  notes: ['SDK treats a secret without whsec_ as UTF-8.'],
};
