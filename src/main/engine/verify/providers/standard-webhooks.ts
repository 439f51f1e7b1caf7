// Standard Webhooks: the common specification; several signatures in one header, symmetric (v1) and
// asymmetric (v1a).

import type { JsonValue, ProviderEntry, SampleEvent } from '../provider.ts';
import { standardContent, standardRule } from '../standard-rule.ts';

export const standardWebhooks: ProviderEntry = {
  id: 'standard-webhooks',
  name: 'Standard Webhooks',
  category: 'generic',
  docs: 'https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md',
  confidence: 'documented',
  secretHint:
    'The secret, whsec_ and base64; with or without the whsec_. For v1a signatures the public key, whpk_….',
  retries: 'Recommended: exponential backoff over several days.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.type',
  rules: [
    standardRule(),
    {
      scheme: 'ed25519',
      encoding: 'base64',
      publicKey: { prefix: 'whpk_', encoding: 'base64' },
      ...standardContent('webhook', 'v1a,'),
    },
  ],
  clues: [
    {
      at: 'header:webhook-signature',
      like: /^v1a?,/,
      points: 2,
      says: 'a webhook-signature header of the form v1,…',
    },
    { at: 'header:webhook-id', points: 1, says: 'a webhook-id header' },
    { at: 'header:webhook-timestamp', points: 1, says: 'a webhook-timestamp header' },
  ],
  samples: {
    headers: [['Content-Type', 'application/json']],
    events: [
      sample('contact.created', {
        id: '{uuid:contact}',
        first_name: 'John',
        last_name: 'Doe',
        email: 'john@example.com',
      }),
      sample('invoice.paid', { id: 'inv_{alnum24:invoice}', amount: 2000, currency: 'eur' }),
      sample('user.deleted', { id: '{uuid:user}' }),
    ],
  },
};

function sample(type: string, data: JsonValue): SampleEvent {
  return { eventType: type, body: { json: { type, timestamp: '{iso}', data } } };
}
