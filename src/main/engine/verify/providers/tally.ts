// Tally.

import type { ProviderEntry } from '../provider.ts';

export const tally: ProviderEntry = {
  id: 'tally',
  name: 'Tally',
  category: 'forms',
  docs: 'https://tally.so/help/webhooks',
  confidence: 'corroborated',
  deadlineSeconds: 10,
  retries: '5 retries: 5, 30 min, 1, 6, 24 h.',
  messageId: 'json:$.eventId',
  eventType: 'json:$.eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'Tally-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Signs JSON.stringify of the payload.'],
};
