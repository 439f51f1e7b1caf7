// Iterable.

import type { ProviderEntry } from '../provider.ts';

export const iterable: ProviderEntry = {
  id: 'iterable',
  name: 'Iterable',
  category: 'email',
  docs: 'https://support.iterable.com/hc/en-us/articles/208013936',
  confidence: 'unconfirmed',
  retries: 'Retried; disabled after long failure.',
  eventType: 'json:$.eventName',
  rules: [
    {
      scheme: 'basic-auth',
    },
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    },
  ],
};
