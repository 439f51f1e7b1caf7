// Airtable.

import type { ProviderEntry } from '../provider.ts';
import { airtableSamples } from '../samples/airtable.ts';

export const airtable: ProviderEntry = {
  id: 'airtable',
  name: 'Airtable',
  category: 'work',
  docs: 'https://airtable.com/developers/web/api/webhooks-overview',
  confidence: 'documented',
  secretHint: 'MacSecretBase64 from the create call.',
  deadlineSeconds: 25,
  retries: 'Retried with backoff up to 1 week.',
  messageId: 'json:$.webhook.id+json:$.timestamp',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'base64',
      signature: {
        in: 'header',
        name: 'X-Airtable-Content-MAC',
        style: 'plain',
        prefix: 'hmac-sha256=',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'Key is base64.',
    'Ping only: fetch payloads by cursor.',
    'Webhooks expire after 7 days.',
  ],
  samples: airtableSamples,
};
