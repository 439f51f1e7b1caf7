// Aircall.

import type { ProviderEntry } from '../provider.ts';

export const aircall: ProviderEntry = {
  id: 'aircall',
  name: 'Aircall',
  category: 'messaging',
  docs: 'https://developer.aircall.io/api-references/#webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 5,
  retries: 'Retries; auto-disabled after 50 failures.',
  messageId: 'json:$.data.id+json:$.event+json:$.timestamp',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'token',
      token: { in: 'json', path: '$.token' },
    },
  ],
  notes: ['Token in the body, compare with the webhook token.'],
};
