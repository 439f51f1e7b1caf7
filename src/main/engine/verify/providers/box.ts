// Box.

import type { ProviderEntry } from '../provider.ts';

export const box: ProviderEntry = {
  id: 'box',
  name: 'Box',
  category: 'documents',
  docs: 'https://www.npmjs.com/package/box-node-sdk',
  confidence: 'source',
  deadlineSeconds: 30,
  retries: 'Up to 10 retries over 2 h, same delivery id.',
  messageId: 'header:BOX-DELIVERY-ID',
  eventType: 'json:$.trigger',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'BOX-SIGNATURE-PRIMARY', style: 'plain' },
      signedContent: '{body}{timestamp}',
      timestamp: { from: 'header:BOX-DELIVERY-TIMESTAMP', unit: 'iso', tolerance: 600 },
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'BOX-SIGNATURE-SECONDARY', style: 'plain' },
      signedContent: '{body}{header:BOX-DELIVERY-TIMESTAMP}',
      timestamp: null,
    },
  ],
  notes: [
    'The body comes before the timestamp.',
    'Requires box-signature-version 1 and algorithm HmacSHA256.',
    'Verifier also tries the body with non-ASCII escaped as \\uXXXX.',
  ],
};
