// Sanity.

import type { ProviderEntry } from '../provider.ts';

export const sanity: ProviderEntry = {
  id: 'sanity',
  name: 'Sanity',
  category: 'content',
  docs: 'https://www.npmjs.com/package/@sanity/webhook',
  confidence: 'source',
  deadlineSeconds: 30,
  retries: 'Exponential backoff up to 30 min.',
  messageId: 'header:idempotency-key',
  eventType: 'header:sanity-operation',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64url',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'sanity-webhook-signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: null },
    },
  ],
  notes: ['Base64url without padding.', 'Milliseconds.'],
};
