// Recurly.

import type { ProviderEntry } from '../provider.ts';

export const recurly: ProviderEntry = {
  id: 'recurly',
  name: 'Recurly',
  category: 'payments',
  docs: null,
  confidence: 'source',
  retries: 'Retried for several days.',
  messageId: 'header:recurly-notification-id|json:$.id+json:$.event_type+json:$.event_time',
  eventType: 'json:$.object_type+json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'recurly-signature', style: 'positional', separator: ',' },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: 300 },
    },
  ],
  notes: ['Header is <ms timestamp>,<sig>[,<sig>…].', 'XML webhooks are unsigned (basic auth).'],
};
