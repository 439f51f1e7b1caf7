// Pusher Channels.

import type { ProviderEntry } from '../provider.ts';

export const pusher: ProviderEntry = {
  id: 'pusher',
  name: 'Pusher Channels',
  category: 'messaging',
  docs: 'https://www.npmjs.com/package/pusher',
  confidence: 'source',
  retries: 'Retried for 5 minutes with backoff.',
  eventType: 'json:$.events[0].name',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Pusher-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['X-Pusher-Key selects the app secret.'],
};
