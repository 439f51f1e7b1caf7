// Viber Bot API.

import type { ProviderEntry } from '../provider.ts';

export const viber: ProviderEntry = {
  id: 'viber',
  name: 'Viber Bot API',
  category: 'messaging',
  docs: 'https://developers.viber.com/docs/api/rest-bot-api/',
  confidence: 'source',
  secretHint: 'Bot auth token.',
  retries: 'Retried for non-200.',
  messageId: 'json:$.message_token',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Viber-Content-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.event': 'webhook' } },
    signed: true,
    respond: { status: 200 },
  },
};
