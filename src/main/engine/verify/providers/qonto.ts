// Qonto onboarding API.

import type { ProviderEntry } from '../provider.ts';

export const qonto: ProviderEntry = {
  id: 'qonto',
  name: 'Qonto onboarding API',
  category: 'payments',
  docs: 'https://docs.qonto.com/api-reference/onboarding-api/webhooks',
  confidence: 'documented',
  deadlineSeconds: 1,
  retries: 'Business API waits at most 1 second.',
  messageId: 'json:$.id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Qonto-SHA256-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Qonto-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
  ],
};
