// Freshdesk automation webhooks.

import type { ProviderEntry } from '../provider.ts';

export const freshdesk: ProviderEntry = {
  id: 'freshdesk',
  name: 'Freshdesk automation webhooks',
  sender: 'Freshdesk',
  category: 'support',
  docs: 'https://support.freshdesk.com/support/solutions/articles/132589',
  confidence: 'unconfirmed',
  rules: [
    {
      scheme: 'basic-auth',
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
  notes: ['Payload is user defined, no signature.'],
};
