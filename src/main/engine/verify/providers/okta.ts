// Okta event hooks.

import type { ProviderEntry } from '../provider.ts';

export const okta: ProviderEntry = {
  id: 'okta',
  name: 'Okta event hooks',
  category: 'identity',
  docs: 'https://developer.okta.com/docs/concepts/event-hooks/',
  confidence: 'unconfirmed',
  deadlineSeconds: 3,
  retries: 'One retry.',
  messageId: 'json:$.eventId',
  eventType: 'json:$.data.events[0].eventType',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization' },
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'header:X-Okta-Verification-Challenge': true } },
    respond: {
      status: 200,
      body: { json: { verification: '{header:X-Okta-Verification-Challenge}' } },
    },
  },
  notes: ['The auth header name is configurable.'],
};
