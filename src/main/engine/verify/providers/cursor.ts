// Cursor (background agents).

import type { ProviderEntry } from '../provider.ts';

export const cursor: ProviderEntry = {
  id: 'cursor',
  name: 'Cursor (background agents)',
  sender: 'Cursor',
  category: 'ai',
  docs: 'https://github.com/hookdeck/webhook-skills',
  confidence: 'corroborated',
  messageId: 'header:X-Webhook-ID',
  eventType: 'header:X-Webhook-Event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Webhook-Signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
