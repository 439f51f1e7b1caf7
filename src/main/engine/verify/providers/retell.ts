// Retell AI.

import type { ProviderEntry } from '../provider.ts';

export const retell: ProviderEntry = {
  id: 'retell',
  name: 'Retell AI',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/retell-sdk',
  confidence: 'source',
  secretHint: 'API key (with webhook badge).',
  deadlineSeconds: 10,
  retries: 'Up to 3 attempts.',
  messageId: 'json:$.call.call_id+json:$.event',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'x-retell-signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['d'],
        timestampKey: 'v',
      },
      signedContent: '{body}{timestamp}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: 300 },
    },
  ],
  notes: ['Body THEN timestamp with no separator.'],
};
