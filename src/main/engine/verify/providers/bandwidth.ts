// Bandwidth.

import type { ProviderEntry } from '../provider.ts';

export const bandwidth: ProviderEntry = {
  id: 'bandwidth',
  name: 'Bandwidth',
  category: 'messaging',
  docs: 'https://dev.bandwidth.com/docs/messaging/webhooks/',
  confidence: 'unconfirmed',
  deadlineSeconds: 10,
  retries: 'Retried with backoff for 24 h.',
  messageId: 'json:$[0].message.id+json:$[0].type',
  eventType: 'json:$[0].type',
  rules: [
    {
      scheme: 'basic-auth',
    },
  ],
  notes: ['Basic auth credentials are set on the application.'],
};
