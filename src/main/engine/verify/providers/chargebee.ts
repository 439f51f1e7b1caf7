// Chargebee.

import type { ProviderEntry } from '../provider.ts';

export const chargebee: ProviderEntry = {
  id: 'chargebee',
  name: 'Chargebee',
  category: 'payments',
  docs: 'https://www.chargebee.com/docs/2.0/webhook_settings.html',
  confidence: 'documented',
  deadlineSeconds: 20,
  retries: 'Exponential, up to 7 retries over 2 days.',
  messageId: 'json:$.id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'basic-auth',
    },
  ],
};
