// Notion.

import type { ProviderEntry } from '../provider.ts';
import { notionSamples } from '../samples/notion.ts';

export const notion: ProviderEntry = {
  id: 'notion',
  name: 'Notion',
  category: 'work',
  docs: 'https://www.npmjs.com/package/@notionhq/client',
  confidence: 'source',
  secretHint: 'The verification token, secret_….',
  retries: 'Up to 8 retries over 24 h.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Notion-Signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.verification_token': true } },
    respond: { status: 200 },
    secret: 'json:$.verification_token',
    next: 'Paste the verification_token of this request into Notion, where the webhook was made.',
  },
  samples: notionSamples,
};
