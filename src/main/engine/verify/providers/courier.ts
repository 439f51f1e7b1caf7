// Courier.

import type { ProviderEntry } from '../provider.ts';

export const courier: ProviderEntry = {
  id: 'courier',
  name: 'Courier',
  category: 'messaging',
  docs: 'https://www.courier.com/docs/platform/workspaces/outbound-webhooks',
  confidence: 'documented',
  messageId: 'json:$.data.id+json:$.data.status',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'courier-signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['signature'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: null },
    },
  ],
  notes: [
    'A dot stands between timestamp and payload.',
    'The time t is in milliseconds (1631816343012).',
  ],
};
