// Ably.

import type { ProviderEntry } from '../provider.ts';

export const ably: ProviderEntry = {
  id: 'ably',
  name: 'Ably',
  category: 'messaging',
  docs: 'https://ably.com/docs/platform/integrations/webhooks',
  confidence: 'documented',
  secretHint: 'The part of the API key after the colon.',
  deadlineSeconds: 15,
  retries: 'Batched webhooks are retried with backoff.',
  messageId: 'json:$.items[0].serial',
  eventType: 'json:$.items[0].name|json:$.source',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Ably-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['X-Ably-Key names the key; only batched (enveloped) requests are signed.'],
};
