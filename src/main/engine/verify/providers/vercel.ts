// Vercel.

import type { ProviderEntry } from '../provider.ts';
import { vercelSamples } from '../samples/vercel.ts';

export const vercel: ProviderEntry = {
  id: 'vercel',
  name: 'Vercel',
  category: 'code',
  docs: 'https://vercel.com/docs/webhooks/webhooks-api#securing-webhooks',
  confidence: 'documented',
  deadlineSeconds: 30,
  retries: 'Retried with exponential backoff up to 24 h.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-vercel-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'It is SHA-1, not SHA-256.',
    'Integration webhooks are keyed by the integration client secret.',
  ],
  samples: vercelSamples,
};
