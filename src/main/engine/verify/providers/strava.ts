// Strava.

import type { ProviderEntry } from '../provider.ts';
import { VERIFY_TOKEN } from '../verify-token.ts';

export const strava: ProviderEntry = {
  id: 'strava',
  name: 'Strava',
  category: 'social',
  docs: 'https://developers.strava.com/docs/webhooks/',
  confidence: 'unconfirmed',
  deadlineSeconds: 2,
  retries: 'Up to 3 attempts.',
  messageId: 'json:$.object_id+json:$.aspect_type+json:$.event_time',
  eventType: 'json:$.object_type+json:$.aspect_type',
  moreClues: [
    { at: 'query:hub.verify_token', points: 2, says: 'a query parameter hub.verify_token' },
  ],
  rules: [
    {
      scheme: 'none',
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:hub.challenge': true } },
    verifyToken: 'query:hub.verify_token',
    respond: { status: 200, body: { json: { 'hub.challenge': '{query:hub.challenge}' } } },
  },
  options: [VERIFY_TOKEN],
  notes: ['Unsigned; challenge is echoed as JSON, unlike Meta.'],
};
