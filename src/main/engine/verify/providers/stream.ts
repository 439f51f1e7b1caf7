// Stream (GetStream chat/video).

import type { ProviderEntry } from '../provider.ts';

export const stream: ProviderEntry = {
  id: 'stream',
  name: 'Stream (GetStream chat/video)',
  sender: 'Stream',
  category: 'messaging',
  docs: 'https://www.npmjs.com/package/stream-chat',
  confidence: 'source',
  secretHint: 'API secret; X-Api-Key names the key.',
  deadlineSeconds: 6,
  retries: 'Up to 5 attempts with backoff.',
  messageId: 'header:X-Webhook-Id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Signature is over the UNcompressed body when gzip is enabled.'],
};
