// Mollie.

import type { ProviderEntry } from '../provider.ts';

export const mollie: ProviderEntry = {
  id: 'mollie',
  name: 'Mollie',
  category: 'payments',
  docs: 'https://docs.mollie.com/reference/webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 15,
  retries: '10 attempts over 26 h.',
  messageId: 'form:id',
  rules: [
    {
      scheme: 'none',
    },
  ],
  notes: [
    'Classic webhooks are unsigned: body is id=<resource id>, fetch the resource.',
    'Next-generation webhooks are signed.',
  ],
};
