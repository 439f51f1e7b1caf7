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
  eventType: 'header:aeg-event-type ',
  rules: [
    {
      scheme: 'token',
      token: { in: 'query', name: '{option:parameter}' },
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
  ],
};
