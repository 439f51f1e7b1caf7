// Marqeta.

import type { ProviderEntry } from '../provider.ts';

export const marqeta: ProviderEntry = {
  id: 'marqeta',
  name: 'Marqeta',
  category: 'payments',
  docs: 'https://www.marqeta.com/developer-guides/signature-verification/',
  confidence: 'documented',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Marqeta-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Marqeta-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'Basic auth is always required; the signature is an optional second layer.',
    'Hash chosen in the webhook settings.',
  ],
};
