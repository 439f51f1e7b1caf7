// Figma.

import type { ProviderEntry } from '../provider.ts';

export const figma: ProviderEntry = {
  id: 'figma',
  name: 'Figma',
  category: 'work',
  docs: 'https://www.figma.com/developers/api#webhooks_v2',
  confidence: 'unconfirmed',
  retries: '3 retries at 5, 30 min, 3 h.',
  messageId: 'json:$.timestamp+json:$.webhook_id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'json', path: '$.passcode' },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.event_type': 'PING' } },
    signed: true,
    respond: { status: 200 },
  },
};
