// PagerDuty v3 webhooks.

import type { ProviderEntry } from '../provider.ts';
import { pagerdutySamples } from '../samples/pagerduty.ts';

export const pagerduty: ProviderEntry = {
  id: 'pagerduty',
  name: 'PagerDuty v3 webhooks',
  sender: 'PagerDuty',
  category: 'operations',
  docs: 'https://developer.pagerduty.com/docs/webhooks-overview',
  confidence: 'documented',
  deadlineSeconds: 5,
  retries: 'Retried for up to 48 h on timeout/5xx; 3 dropped deliveries disable the endpoint 24 h.',
  messageId: 'json:$.event.id|header:X-Webhook-Id',
  eventType: 'json:$.event.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-PagerDuty-Signature',
        style: 'list',
        separator: ',',
        prefix: 'v1=',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Several v1 signatures during rotation.', 'Custom incident actions get 16 s.'],
  samples: pagerdutySamples,
};
