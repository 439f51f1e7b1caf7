// Asana.

import type { ProviderEntry } from '../provider.ts';
import { asanaSamples } from '../samples/asana.ts';

export const asana: ProviderEntry = {
  id: 'asana',
  name: 'Asana',
  category: 'work',
  docs: 'https://developers.asana.com/docs/webhooks-guide',
  confidence: 'documented',
  deadlineSeconds: 10,
  retries: 'Retried for up to 24 h.',
  eventType: 'json:$.events[0].resource.resource_type+json:$.events[0].action',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hook-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'header:X-Hook-Secret': true } },
    secret: 'header:X-Hook-Secret',
    respond: { status: 200, headers: { 'X-Hook-Secret': '{header:X-Hook-Secret}' } },
  },
  notes: [
    'Secret is delivered by the handshake: capture it while the create call is in flight.',
    'Heartbeats send {"events":[]} every 8 h.',
  ],
  samples: asanaSamples,
};
