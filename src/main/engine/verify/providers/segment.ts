// Segment (webhook destination).

import type { ProviderEntry } from '../provider.ts';

export const segment: ProviderEntry = {
  id: 'segment',
  name: 'Segment (webhook destination)',
  sender: 'Segment',
  category: 'crm',
  docs: null,
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: 'Retried for up to 4 h.',
  messageId: 'json:$.messageId',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
