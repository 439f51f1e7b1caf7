// MongoDB Atlas alerts.

import type { ProviderEntry } from '../provider.ts';

export const mongodbAtlas: ProviderEntry = {
  id: 'mongodb-atlas',
  name: 'MongoDB Atlas alerts',
  sender: 'MongoDB Atlas',
  category: 'operations',
  docs: null,
  confidence: 'corroborated',
  messageId: 'json:$.id',
  eventType: 'header:X-MMS-Event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-MMS-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
