// Affirm.

import type { ProviderEntry } from '../provider.ts';

export const affirm: ProviderEntry = {
  id: 'affirm',
  name: 'Affirm',
  category: 'payments',
  docs: null,
  confidence: 'corroborated',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha512',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Affirm-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v0'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
  ],
  notes: ['SHA-512.'],
};
