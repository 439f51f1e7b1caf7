// monday.com.

import type { ProviderEntry } from '../provider.ts';

export const monday: ProviderEntry = {
  id: 'monday',
  name: 'monday.com',
  category: 'work',
  docs: 'https://developer.monday.com/apps/docs/integration-authorization',
  confidence: 'documented',
  secretHint: 'The signing secret of the app, from its basic information.',
  retries: 'Once a minute for 30 minutes.',
  messageId: 'json:$.event.triggerUuid',
  eventType: 'json:$.event.type',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Authorization' },
      algs: ['HS256'],
      claims: { aud: '{url}' },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.challenge': true }, lacks: ['json:$.event'] },
    respond: { status: 200, body: { json: { challenge: '{json:$.challenge}' } } },
  },
  clues: [{ at: 'json:$.event.triggerUuid', points: 3, says: 'an event with a triggerUuid' }],
  notes: ['Webhooks of a board that were made with a personal token carry no token.'],
};
