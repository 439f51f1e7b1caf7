// Azure Event Grid.

import type { ProviderEntry } from '../provider.ts';

export const azureEventGrid: ProviderEntry = {
  id: 'azure-event-grid',
  name: 'Azure Event Grid',
  category: 'cloud',
  docs: 'https://learn.microsoft.com/en-us/azure/event-grid/end-point-validation-event-grid-events-schema',
  confidence: 'unconfirmed',
  deadlineSeconds: 30,
  retries: 'Exponential backoff up to 24 h / 30 attempts.',
  messageId: 'json:$[0].id',
  eventType: 'json:$[0].eventType|header:aeg-event-type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'query', name: '{option:parameter}' },
    },
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      algs: ['RS256'],
      keysAt: {
        url: 'https://login.microsoftonline.com/{option:tenant}/discovery/v2.0/keys',
        as: 'jwks',
      },
      claims: { aud: '{option:audience}' },
      // Anyone may have tokens from Microsoft: only the audience says that one is for this endpoint.
      onlyIf: '{option:audience}',
    },
  ],
  handshake: [
    {
      when: {
        method: 'POST',
        has: {
          'header:aeg-event-type': 'SubscriptionValidation',
          'json:$[0].data.validationCode': true,
        },
      },
      respond: {
        status: 200,
        body: { json: { validationResponse: '{json:$[0].data.validationCode}' } },
      },
    },
    {
      when: { method: 'POST', has: { 'header:aeg-event-type': 'SubscriptionValidation' } },
      respond: { status: 200 },
      callBack: {
        url: 'json:$[0].data.validationUrl',
        host: /^rp-[a-z0-9-]+\.eventgrid\.azure\.net(?::553)?$/,
      },
    },
    {
      when: { method: 'OPTIONS', has: { 'header:WebHook-Request-Origin': true } },
      respond: {
        status: 200,
        headers: {
          'WebHook-Allowed-Origin': '{header:WebHook-Request-Origin}',
          'WebHook-Allowed-Rate': '*',
        },
      },
    },
  ],
  options: [
    {
      key: 'parameter',
      label: 'Query parameter',
      help: 'The name of the query parameter that carries the token.',
      default: 'token',
    },
    {
      key: 'audience',
      label: 'Audience (Microsoft Entra ID)',
      help: 'For events delivered with a token of Microsoft Entra ID: the application ID URI.',
      default: '',
    },
    {
      key: 'tenant',
      label: 'Tenant (Microsoft Entra ID)',
      help: 'The id of the directory whose keys sign the tokens.',
      default: 'common',
    },
  ],
};
