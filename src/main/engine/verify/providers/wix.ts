// Wix: the body is a JSON Web Token, in which JSON holds the event as JSON again.

import type { ProviderEntry } from '../provider.ts';

export const wix: ProviderEntry = {
  id: 'wix',
  name: 'Wix',
  category: 'commerce',
  docs: 'https://dev.wix.com/docs/build-apps/develop-your-app/api-integrations/events-and-webhooks/handle-events-with-webhooks',
  confidence: 'unconfirmed',
  secretHint: 'The public key of the app, in PEM, from its webhooks page.',
  deadlineSeconds: 1.25,
  retries: 'Up to 12 tries over 48 h.',
  messageId: 'token:body:$.data:$.data:$.id',
  eventType: 'token:body:$.data:$.eventType',
  rules: [{ scheme: 'jwt', token: { in: 'body' }, algs: ['RS256'] }],
  clues: [
    {
      at: 'token:body:$.data:$.instanceId',
      points: 3,
      says: 'a token with an instanceId as its body',
    },
  ],
  samples: {
    headers: [['Content-Type', 'text/plain']],
    events: [
      {
        eventType: 'wix.stores.v1.product_created',
        body: {
          json: {
            data: '{"data":"{\\"id\\":\\"{uuid}\\",\\"entityFqdn\\":\\"wix.stores.v1.product\\",\\"slug\\":\\"created\\"}","instanceId":"{uuid:instance}","eventType":"wix.stores.v1.product_created"}',
          },
        },
      },
    ],
  },
};
