// Shippo.

import type { ProviderEntry } from '../provider.ts';

export const shippo: ProviderEntry = {
  id: 'shippo',
  name: 'Shippo',
  category: 'commerce',
  docs: 'https://docs.goshippo.com/tracking/webhook-security',
  confidence: 'documented',
  deadlineSeconds: 3,
  messageId: 'json:$.data.object_id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'token',
      token: { in: 'query', name: 'token' },
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Shippo-Auth-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
  ],
  notes: ["Shippo's support has to switch the HMAC on."],
};
