// Mercury.

import type { ProviderEntry } from '../provider.ts';

export const mercury: ProviderEntry = {
  id: 'mercury',
  name: 'Mercury',
  category: 'payments',
  docs: 'https://docs.mercury.com/reference/webhooks',
  confidence: 'corroborated',
  retries: 'Exponential backoff.',
  messageId: 'json:$.id',
  eventType: 'json:$.resourceType+json:$.operationType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Mercury-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 300 },
    },
  ],
  notes: [
    'An unsigned/verification ping may be sent on registration.',
    'Payload is a JSON Merge Patch.',
  ],
};
