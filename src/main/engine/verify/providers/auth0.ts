// Auth0 log streams (custom webhook).

import type { ProviderEntry } from '../provider.ts';

export const auth0: ProviderEntry = {
  id: 'auth0',
  name: 'Auth0 log streams (custom webhook)',
  sender: 'Auth0',
  category: 'identity',
  docs: 'https://auth0.com/docs/customize/log-streams/custom-log-streams',
  confidence: 'unconfirmed',
  deadlineSeconds: 5,
  retries: '3 retries; paused after a week of failures.',
  messageId: 'json:$[0].log_id',
  eventType: 'json:$[0].data.type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization' },
    },
  ],
  notes: [
    'Configured Authorization token sent verbatim; JSON lines / array / object chosen in settings.',
  ],
};
