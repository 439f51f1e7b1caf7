// Typeform.

import type { ProviderEntry } from '../provider.ts';
import { typeformSamples } from '../samples/typeform.ts';

export const typeform: ProviderEntry = {
  id: 'typeform',
  name: 'Typeform',
  category: 'forms',
  docs: 'https://www.typeform.com/developers/webhooks/secure-your-webhooks/',
  confidence: 'corroborated',
  deadlineSeconds: 30,
  retries: 'Retried for up to 10 h; 410/404 disables at once.',
  messageId: 'json:$.event_id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'Typeform-Signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Prefix sha256= but the digest is BASE64.'],
  samples: typeformSamples,
};
