// CloudEvents HTTP webhook (generic).

import type { ProviderEntry } from '../provider.ts';

export const cloudevents: ProviderEntry = {
  id: 'cloudevents',
  name: 'CloudEvents HTTP webhook (generic)',
  sender: 'the event source',
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
  handshake: [
    // The rate has to be answered where it was asked for.
    {
      when: {
        method: 'OPTIONS',
        has: { 'header:WebHook-Request-Origin': true, 'header:WebHook-Request-Rate': true },
      },
      respond: {
        status: 200,
        headers: {
          'WebHook-Allowed-Origin': '{header:WebHook-Request-Origin}',
          'WebHook-Allowed-Rate': '{header:WebHook-Request-Rate}',
        },
      },
    },
    {
      when: { method: 'OPTIONS', has: { 'header:WebHook-Request-Origin': true } },
      respond: {
        status: 200,
        headers: { 'WebHook-Allowed-Origin': '{header:WebHook-Request-Origin}' },
      },
    },
  ],
  notes: ['Token may instead be the query parameter access_token.'],
};
