// Calendly.

import type { ProviderEntry } from '../provider.ts';
import { calendlySamples } from '../samples/calendly.ts';

export const calendly: ProviderEntry = {
  id: 'calendly',
  name: 'Calendly',
  category: 'work',
  docs: 'https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures',
  confidence: 'corroborated',
  deadlineSeconds: 15,
  retries: 'Exponential backoff for 24 h then disabled.',
  messageId: 'json:$.payload.uri+json:$.event+json:$.created_at',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Calendly-Webhook-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 180 },
    },
  ],
  samples: calendlySamples,
};
