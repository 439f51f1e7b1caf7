// Gumroad ping.

import type { ProviderEntry } from '../provider.ts';
import { gumroadSamples } from '../samples/gumroad.ts';

export const gumroad: ProviderEntry = {
  id: 'gumroad',
  name: 'Gumroad ping',
  category: 'payments',
  docs: 'https://gumroad.com/ping',
  confidence: 'unconfirmed',
  retries: 'Hourly for up to 3 h.',
  messageId: 'form:sale_id+form:resource_name',
  eventType: 'form:resource_name',
  rules: [
    {
      scheme: 'token',
      token: { in: 'form', name: 'seller_id' },
    },
  ],
  notes: ['No signature: compare seller_id or put a secret in the URL.'],
  samples: gumroadSamples,
};
