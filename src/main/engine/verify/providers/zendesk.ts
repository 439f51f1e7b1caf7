// Zendesk.

import type { ProviderEntry } from '../provider.ts';
import { zendeskSamples } from '../samples/zendesk.ts';

export const zendesk: ProviderEntry = {
  id: 'zendesk',
  name: 'Zendesk',
  category: 'support',
  docs: 'https://developer.zendesk.com/documentation/webhooks/verifying/',
  confidence: 'documented',
  deadlineSeconds: 12,
  retries: 'Retried up to 3 times on 409, or 429/503 with retry-after; circuit breaker.',
  messageId: 'header:X-Zendesk-Webhook-Invocation-Id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Zendesk-Webhook-Signature', style: 'plain' },
      signedContent: '{timestamp}{body}',
      timestamp: {
        from: 'header:X-Zendesk-Webhook-Signature-Timestamp',
        unit: 'iso',
        tolerance: null,
      },
    },
  ],
  notes: [
    'Timestamp and body concatenated with no separator.',
    'GET/DELETE have no body.',
    'Test invocations use the static secret dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ== as plain text.',
  ],
  samples: zendeskSamples,
};
