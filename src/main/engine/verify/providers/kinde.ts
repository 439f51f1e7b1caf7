// Kinde: the body is a JSON Web Token, signed with a key of the tenant's.

import type { ProviderEntry } from '../provider.ts';

export const kinde: ProviderEntry = {
  id: 'kinde',
  name: 'Kinde',
  category: 'identity',
  docs: 'https://docs.kinde.com/integrate/webhooks/about-webhooks/',
  confidence: 'source',
  secretHint: 'None is needed: the public keys of the domain in the options are fetched.',
  messageId: 'token:body:$.event_id',
  eventType: 'token:body:$.type',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'body' },
      algs: ['RS256'],
      keysAt: { url: 'https://{option:domain}/.well-known/jwks', as: 'jwks' },
    },
  ],
  options: [
    {
      key: 'domain',
      label: 'Domain',
      help: 'The domain of your Kinde business, such as acme.kinde.com.',
      default: '',
    },
  ],
  clues: [
    { at: 'header:Content-Type', like: /^application\/jwt\b/, points: 1, says: 'the type jwt' },
    { at: 'token:body:$.event_id', points: 2, says: 'a token with an event_id as its body' },
  ],
  samples: {
    headers: [['Content-Type', 'application/jwt']],
    events: [
      {
        eventType: 'user.created',
        body: {
          json: {
            type: 'user.created',
            event_id: 'event_{hex32}',
            source: 'admin',
            timestamp: '{iso}',
            data: { user: { id: 'kp_{hex32:user}', email: 'ada@example.com' } },
          },
        },
      },
    ],
  },
};
