// Nylas v3.

import type { ProviderEntry } from '../provider.ts';

export const nylas: ProviderEntry = {
  id: 'nylas',
  name: 'Nylas v3',
  category: 'email',
  docs: 'https://developer.nylas.com/docs/v3/webhooks/',
  confidence: 'corroborated',
  deadlineSeconds: 10,
  retries: 'Retried with backoff; failing endpoints are marked failing then failed.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  moreClues: [{ at: 'query:challenge', points: 2, says: 'a query parameter challenge' }],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Nylas-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:challenge': true } },
    respond: { status: 200, body: { text: '{query:challenge}' } },
  },
  notes: [
    'Nylas refuses the host names of ngrok.',
    'Optional gzip body: signature is over the compressed bytes.',
  ],
};
