// Strava.

import type { ProviderEntry } from '../provider.ts';

export const strava: ProviderEntry = {
  id: 'strava',
  name: 'Strava',
  category: 'social',
  docs: 'https://developers.strava.com/docs/webhooks/',
  confidence: 'unconfirmed',
  deadlineSeconds: 2,
  retries: 'Up to 3 attempts.',
  messageId: 'json:$.object_id',
  eventType: 'json:$.object_type',
  rules: [
    {
      scheme: 'none',
    },
  ],
  notes: ['Unsigned; challenge is echoed as JSON, unlike Meta.'],
};
