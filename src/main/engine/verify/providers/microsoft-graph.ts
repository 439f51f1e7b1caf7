// Microsoft Graph change notifications.

import type { ProviderEntry } from '../provider.ts';

export const microsoftGraph: ProviderEntry = {
  id: 'microsoft-graph',
  name: 'Microsoft Graph change notifications',
  sender: 'Microsoft Graph',
  category: 'cloud',
  docs: 'https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 10,
  retries: 'Retried for up to 4 h; slow endpoints are throttled and dropped.',
  messageId: 'json:$.value[0].id',
  eventType: 'json:$.value[0].changeType',
  moreClues: [
    { at: 'query:validationToken', points: 2, says: 'a query parameter validationToken' },
    { at: 'json:$.value[0].subscriptionId', points: 2, says: 'a change with a subscriptionId' },
    { at: 'json:$.validationTokens[0]', like: /^eyJ/, points: 2, says: 'validationTokens' },
  ],
  rules: [
    {
      scheme: 'token',
      token: { in: 'json', path: '$.value[0].clientState', isEveryItem: true },
    },
    {
      scheme: 'jwt',
      token: { in: 'json', path: '$.validationTokens[0]', isEveryItem: true },
      algs: ['RS256'],
      keysAt: {
        url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
        as: 'jwks',
      },
      // The application of Microsoft that sends change notifications.
      claims: { aud: '{option:appId}', azp: '0bf30f3b-4a52-48df-9a82-234910c4a086' },
      // Anyone may have tokens from Microsoft: only the audience says that one is for this endpoint.
      onlyIf: '{option:appId}',
    },
  ],
  options: [
    {
      key: 'appId',
      label: 'Application ID',
      help: 'For notifications with resource data: the id of the application that subscribed.',
      default: '',
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'query:validationToken': true } },
    respond: { status: 200, body: { text: '{query:validationToken}' } },
  },
  notes: ['Subscriptions expire and must be renewed; lifecycle notifications use another URL.'],
};
