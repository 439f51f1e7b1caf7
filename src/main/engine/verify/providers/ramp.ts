// Ramp.

import type { ProviderEntry } from '../provider.ts';

export const ramp: ProviderEntry = {
  id: 'ramp',
  name: 'Ramp',
  category: 'payments',
  docs: 'https://docs.ramp.com/developer-api/v1/guides/webhooks',
  confidence: 'documented',
  deadlineSeconds: 10,
  retries: 'Up to 10 attempts on 429/5xx/timeouts, exponential with jitter.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Ramp-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.challenge': true } },
    respond: { status: 200, body: { json: { challenge: '{json:$.challenge}' } } },
    next: "Submit the challenge of this request to Ramp's API as well: the answer alone is not enough.",
  },
  notes: ['X-Ramp-Webhook-ID identifies the subscription.'],
};
