// Storyblok.

import type { ProviderEntry } from '../provider.ts';

export const storyblok: ProviderEntry = {
  id: 'storyblok',
  name: 'Storyblok',
  category: 'content',
  docs: 'https://www.storyblok.com/docs/guide/in-depth/webhooks',
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: 'None.',
  eventType: 'json:$.action',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'webhook-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Header name collides with Standard Webhooks but it is HMAC-SHA1 hex.'],
};
