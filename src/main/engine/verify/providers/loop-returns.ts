// Loop Returns.

import type { ProviderEntry } from '../provider.ts';

export const loopReturns: ProviderEntry = {
  id: 'loop-returns',
  name: 'Loop Returns',
  category: 'commerce',
  docs: 'https://docs.loopreturns.com/webhook-reference/validation',
  confidence: 'documented',
  eventType: 'json:$.topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Loop-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
