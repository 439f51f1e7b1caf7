// Persona.

import type { ProviderEntry } from '../provider.ts';

export const persona: ProviderEntry = {
  id: 'persona',
  name: 'Persona',
  category: 'identity',
  docs: 'https://docs.withpersona.com/docs/webhooks-best-practices',
  confidence: 'documented',
  deadlineSeconds: 5,
  retries: 'Up to 7 retries with backoff.',
  messageId: 'json:$.data.id',
  eventType: 'json:$.data.attributes.name',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'Persona-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: null },
    },
  ],
  notes: ['During rotation the header holds two space separated t=…,v1=… groups.'],
};
