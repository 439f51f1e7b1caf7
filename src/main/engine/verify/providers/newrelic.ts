// New Relic.

import type { ProviderEntry } from '../provider.ts';

export const newrelic: ProviderEntry = {
  id: 'newrelic',
  name: 'New Relic',
  category: 'operations',
  docs: 'https://docs.newrelic.com/docs/alerts/get-notified/notification-integrations/#webhook',
  confidence: 'unconfirmed',
  rules: [
    {
      scheme: 'basic-auth',
    },
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    },
    {
      scheme: 'token',
      token: { in: 'header', name: '{option:header}' },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Header',
      help: 'The name of the header that carries the signature.',
      default: 'X-Signature',
    },
  ],
  notes: ['Payload template is user defined.'],
};
