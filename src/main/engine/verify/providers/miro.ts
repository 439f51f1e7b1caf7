// Miro.

import type { ProviderEntry } from '../provider.ts';

export const miro: ProviderEntry = {
  id: 'miro',
  name: 'Miro',
  category: 'work',
  docs: 'https://developers.miro.com/docs/getting-started-with-webhooks',
  confidence: 'unconfirmed',
  retries: 'Retries for about 7 minutes.',
  messageId: 'json:$.event.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'none',
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.challenge': true } },
    respond: { status: 200, body: { json: { challenge: '{json:$.challenge}' } } },
  },
};
