// LiveKit.

import type { ProviderEntry } from '../provider.ts';

export const livekit: ProviderEntry = {
  id: 'livekit',
  name: 'LiveKit',
  category: 'media',
  docs: 'https://docs.livekit.io/home/server/webhooks/',
  confidence: 'source',
  secretHint: 'The API secret that belongs to the API key in the options.',
  retries: 'Tries several times.',
  messageId: 'json:$.id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Authorization' },
      algs: ['HS256'],
      claims: { iss: '{option:apiKey}' },
      bodyHash: { claim: 'sha256', encoding: 'base64' },
      leeway: 10,
    },
  ],
  options: [
    {
      key: 'apiKey',
      label: 'API key',
      help: 'The key that signs (API…). Left empty, any is taken that the secret belongs to.',
      default: '',
    },
  ],
  clues: [
    {
      at: 'header:Content-Type',
      like: /^application\/webhook\+json\b/,
      points: 3,
      says: 'the type application/webhook+json',
    },
  ],
  samples: {
    headers: [['Content-Type', 'application/webhook+json']],
    events: [
      {
        eventType: 'room_started',
        body: {
          json: {
            event: 'room_started',
            room: { sid: 'RM_{alnum12:room}', name: 'stand-up', emptyTimeout: 300 },
            id: 'EV_{alnum12}',
            createdAt: '{unix}',
          },
        },
      },
    ],
  },
  notes: ['The header has no Bearer before the token.'],
};
