// Alchemy Notify.

import type { ProviderEntry } from '../provider.ts';

export const alchemy: ProviderEntry = {
  id: 'alchemy',
  name: 'Alchemy Notify',
  category: 'web3',
  docs: 'https://www.alchemy.com/docs/reference/notify-api-quickstart',
  confidence: 'unconfirmed',
  secretHint: 'The signing key, whsec_…, whole.',
  retries: 'Up to 6 retries over 1 h (more on paid plans).',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Alchemy-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
