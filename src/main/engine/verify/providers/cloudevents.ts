// CloudEvents HTTP webhook (generic).

import type { ProviderEntry } from '../provider.ts';

export const cloudevents: ProviderEntry = {
  id: 'cloudevents',
  name: 'CloudEvents HTTP webhook (generic)',
  category: 'generic',
  docs: 'https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md',
  confidence: 'documented',
  retries: '429 + Retry-After honoured; 410 stops delivery.',
  messageId: 'header:ce-id',
  eventType: 'header:ce-type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
    },
  ],
  notes: ['Token may instead be the query parameter access_token.'],
};
