// Worldpay Access events: several signatures in one header, each behind the id of its key.

import type { ProviderEntry } from '../provider.ts';

export const worldpay: ProviderEntry = {
  id: 'worldpay',
  name: 'Worldpay Access events',
  sender: 'Worldpay',
  category: 'payments',
  docs: 'https://developer.worldpay.com/products/access/events/signature/',
  confidence: 'documented',
  messageId: 'json:$.eventId',
  eventType: 'json:$.eventDetails.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Event-Signature',
        style: 'list',
        separator: ',',
        prefix: '1/SHA256/',
        anyUpTo: '/SHA256/',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['What stands before /SHA256/ is the id of the key, and says which secret signed.'],
};
