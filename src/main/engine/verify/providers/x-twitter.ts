// X (Twitter) Account Activity / webhooks v2.

import type { ProviderEntry } from '../provider.ts';

export const xTwitter: ProviderEntry = {
  id: 'x-twitter',
  name: 'X (Twitter) Account Activity / webhooks v2',
  category: 'social',
  docs: 'https://docs.x.com/x-api/webhooks/quickstart',
  confidence: 'corroborated',
  secretHint: 'App consumer (API) secret.',
  deadlineSeconds: 3,
  retries: 'Retries for 4 h when enabled.',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'x-twitter-webhooks-signature',
        style: 'plain',
        prefix: 'sha256=',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Failing a CRC marks the webhook invalid: the tunnel must stay up.'],
};
