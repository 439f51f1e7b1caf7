// Datadog webhooks integration.

import type { ProviderEntry } from '../provider.ts';

export const datadog: ProviderEntry = {
  id: 'datadog',
  name: 'Datadog webhooks integration',
  sender: 'Datadog',
  category: 'operations',
  docs: 'https://docs.datadoghq.com/integrations/webhooks/',
  confidence: 'unconfirmed',
  deadlineSeconds: 15,
  retries: '5 retries on 5xx/timeouts.',
  messageId: 'json:$.id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'token',
      token: { in: 'header', name: '{option:header}' },
    },
  ],
  options: [
    {
      key: 'header',
      label: 'Header',
      help: 'The name of the header that carries the signature.',
      default: 'X-Signature',
    },
  ],
  notes: [
    'Payload template is user defined; auth by custom headers, basic auth in the URL or OAuth2.',
  ],
};
