// Square.

import type { ProviderEntry } from '../provider.ts';
import { squareSamples } from '../samples/square.ts';

export const square: ProviderEntry = {
  id: 'square',
  name: 'Square',
  category: 'payments',
  docs: 'https://developer.squareup.com/docs/webhooks/step3validate',
  confidence: 'source',
  deadlineSeconds: 10,
  retries: 'Up to 11 retries over 24 h.',
  messageId: 'json:$.event_id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'x-square-hmacsha256-signature', style: 'plain' },
      signedContent: '{url}{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'x-square-signature', style: 'plain' },
      signedContent: '{url}{body}',
      timestamp: null,
    },
  ],
  notes: ['Exact notification URL is part of the content: use the public tunnel URL.'],
  samples: squareSamples,
};
