// Shippo.

import type { ProviderEntry } from '../provider.ts';

export const shippo: ProviderEntry = {
  id: 'shippo',
  name: 'Shippo',
  category: 'commerce',
  docs: 'https://docs.goshippo.com/tracking/webhook-security',
  confidence: 'documented',
  deadlineSeconds: 3,
  messageId: 'json:$.data.object_id+json:$.event',
  eventType: 'json:$.event',
  moreClues: [
    { at: 'query:token', points: 1, says: 'a token in its query' },
    {
      at: 'json:$.event',
      like: /^(?:track_updated|transaction_(?:created|updated)|batch_(?:created|purchased))$/,
      points: 2,
      says: 'an event of Shippo',
    },
  ],
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
