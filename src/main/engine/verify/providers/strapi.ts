// Strapi.

import type { ProviderEntry } from '../provider.ts';

export const strapi: ProviderEntry = {
  id: 'strapi',
  name: 'Strapi',
  category: 'content',
  docs: 'https://docs.strapi.io/cms/backend-customization/webhooks',
  confidence: 'unconfirmed',
  eventType: 'header:X-Strapi-Event',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization' },
    },
  ],
  notes: ['Default headers configured by the user; no built-in signature.'],
};
