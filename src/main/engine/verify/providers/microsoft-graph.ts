// Microsoft Graph change notifications.

import type { ProviderEntry } from '../provider.ts';

export const microsoftGraph: ProviderEntry = {
  id: 'microsoft-graph',
  name: 'Microsoft Graph change notifications',
  category: 'cloud',
  docs: 'https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 10,
  retries: 'Retried for up to 4 h; slow endpoints are throttled and dropped.',
  messageId: 'json:$.value[0].id',
  eventType: 'json:$.value[0].changeType',
  rules: [
    {
      scheme: 'token',
      token: { in: 'json', path: '$.value[0].clientState' },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'query:validationToken': true } },
    respond: { status: 200, body: { text: '{query:validationToken}' } },
  },
  notes: ['Subscriptions expire and must be renewed; lifecycle notifications use another URL.'],
};
