// Helius.

import type { ProviderEntry } from '../provider.ts';

export const helius: ProviderEntry = {
  id: 'helius',
  name: 'Helius',
  category: 'web3',
  docs: 'https://www.helius.dev/docs/webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 1,
  retries: 'A few retries within 24 h.',
  messageId: 'json:$[0].signature',
  eventType: 'json:$[0].type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization' },
    },
  ],
  notes: ['AuthHeader value chosen by the user is sent verbatim.'],
};
