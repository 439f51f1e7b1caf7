// Prismic.

import type { ProviderEntry } from '../provider.ts';

export const prismic: ProviderEntry = {
  id: 'prismic',
  name: 'Prismic',
  category: 'content',
  docs: 'https://prismic.io/docs/webhooks',
  confidence: 'unconfirmed',
  retries: 'A few retries.',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'json', path: '$.secret' },
    },
  ],
};
