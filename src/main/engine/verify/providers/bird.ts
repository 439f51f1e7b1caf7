// Bird (Notifications API).

import type { ProviderEntry } from '../provider.ts';

export const bird: ProviderEntry = {
  id: 'bird',
  name: 'Bird (Notifications API)',
  sender: 'Bird',
  category: 'messaging',
  docs: 'https://docs.bird.com/api/notifications-api/api-reference/webhook-subscriptions/verifying-a-webhook-subscription',
  confidence: 'documented',
  messageId: 'header:messagebird-request-id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'messagebird-signature', style: 'plain' },
      signedContent: '{timestamp}\n{url}\n{sha256:body}',
      timestamp: { from: 'header:messagebird-request-timestamp', unit: 's', tolerance: null },
    },
  ],
  notes: [
    'The digest of the body is signed as 32 raw bytes.',
    'The URL is signed as it was configured.',
  ],
};
