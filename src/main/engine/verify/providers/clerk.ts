// Clerk.

import type { ProviderEntry } from '../provider.ts';
import { clerkSamples } from '../samples/clerk.ts';

export const clerk: ProviderEntry = {
  id: 'clerk',
  name: 'Clerk',
  category: 'identity',
  docs: 'https://clerk.com/docs/webhooks/sync-data',
  confidence: 'source',
  secretHint: 'Whsec_<base64>.',
  deadlineSeconds: 15,
  retries: 'Svix schedule: immediate, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h.',
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
  samples: clerkSamples,
};
