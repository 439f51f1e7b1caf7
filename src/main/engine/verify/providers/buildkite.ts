// Buildkite.

import type { ProviderEntry } from '../provider.ts';

export const buildkite: ProviderEntry = {
  id: 'buildkite',
  name: 'Buildkite',
  category: 'code',
  docs: 'https://buildkite.com/docs/apis/webhooks',
  confidence: 'documented',
  messageId: 'header:X-Buildkite-Request',
  eventType: 'header:X-Buildkite-Event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Buildkite-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['signature'],
        timestampKey: 'timestamp',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
    {
      scheme: 'token',
      token: { in: 'header', name: 'X-Buildkite-Token' },
    },
  ],
  notes: ['Token OR signature, chosen per webhook.', 'Timestamp is dispatch time, not event time.'],
};
