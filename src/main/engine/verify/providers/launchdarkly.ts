// LaunchDarkly.

import type { ProviderEntry } from '../provider.ts';

export const launchdarkly: ProviderEntry = {
  id: 'launchdarkly',
  name: 'LaunchDarkly',
  category: 'code',
  docs: 'https://docs.launchdarkly.com/home/infrastructure/webhooks',
  confidence: 'corroborated',
  retries: 'Retried once after a non-2xx.',
  messageId: 'json:$._id',
  eventType: 'json:$.kind',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-LD-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
