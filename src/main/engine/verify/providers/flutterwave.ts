// Flutterwave.

import type { ProviderEntry } from '../provider.ts';

export const flutterwave: ProviderEntry = {
  id: 'flutterwave',
  name: 'Flutterwave',
  category: 'payments',
  docs: 'https://developer.flutterwave.com/docs/webhooks',
  confidence: 'documented',
  deadlineSeconds: 60,
  retries: '3 retries at 30 min intervals when enabled.',
  messageId: 'json:$.id|json:$.data.id+json:$.event',
  eventType: 'json:$.event|json:$.type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'verif-hash' },
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'flutterwave-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['v3 sends the secret hash verbatim; v4 signs the body.'],
};
