// Cloudflare Stream.

import type { ProviderEntry } from '../provider.ts';

export const cloudflareStream: ProviderEntry = {
  id: 'cloudflare-stream',
  name: 'Cloudflare Stream',
  category: 'media',
  docs: 'https://developers.cloudflare.com/stream/manage-video-library/using-webhooks/',
  confidence: 'documented',
  secretHint: '32 hex characters used as UTF-8.',
  messageId: 'json:$.uid+json:$.status.state',
  eventType: 'json:$.status.state',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Webhook-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['sig1'],
        timestampKey: 'time',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
  ],
  notes: ['GoCardless uses the same header name with a bare hex value.'],
};
