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
  options: [
    {
      key: 'parameter',
      label: 'Query parameter',
      help: 'The name of the query parameter that carries the token.',
      default: 'token',
    },
  ],
};
