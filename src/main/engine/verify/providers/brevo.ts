// Brevo.

import type { ProviderEntry } from '../provider.ts';

export const brevo: ProviderEntry = {
  id: 'brevo',
  name: 'Brevo',
  category: 'email',
  docs: 'https://developers.brevo.com/docs/how-to-use-webhooks',
  confidence: 'unconfirmed',
  messageId: 'json:$.message-id+json:$.event+json:$.ts_event',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    },
    {
      scheme: 'basic-auth',
    },
  ],
  notes: ['No signature; bearer, basic or custom headers configured per webhook.'],
};
