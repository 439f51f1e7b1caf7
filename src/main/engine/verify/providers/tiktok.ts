// TikTok for Developers.

import type { ProviderEntry } from '../provider.ts';

export const tiktok: ProviderEntry = {
  id: 'tiktok',
  name: 'TikTok for Developers',
  category: 'social',
  docs: 'https://developers.tiktok.com/doc/webhooks-verification',
  confidence: 'documented',
  secretHint: 'Client secret.',
  retries: 'Retried for up to 72 h exponentially.',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'TikTok-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['s'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
  ],
};
