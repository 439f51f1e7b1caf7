// LINE Messaging API.

import type { ProviderEntry } from '../provider.ts';

export const line: ProviderEntry = {
  id: 'line',
  name: 'LINE Messaging API',
  category: 'messaging',
  docs: 'https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/',
  confidence: 'source',
  secretHint: 'Channel secret (32 hex, used as UTF-8).',
  deadlineSeconds: 2,
  retries: 'Redelivery optional (off by default).',
  messageId: 'json:$.events[0].webhookEventId',
  eventType: 'json:$.events[0].type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'x-line-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.events': [] } },
    signed: true,
    respond: { status: 200 },
  },
};
