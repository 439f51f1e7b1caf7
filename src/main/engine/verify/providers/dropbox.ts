// Dropbox.

import type { ProviderEntry } from '../provider.ts';

export const dropbox: ProviderEntry = {
  id: 'dropbox',
  name: 'Dropbox',
  category: 'documents',
  docs: 'https://www.dropbox.com/developers/reference/webhooks',
  confidence: 'corroborated',
  secretHint: 'App secret.',
  deadlineSeconds: 10,
  retries: 'Retried with backoff; disabled after many failures.',
  moreClues: [{ at: 'query:challenge', points: 2, says: 'a query parameter challenge' }],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Dropbox-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:challenge': true } },
    respond: { status: 200, body: { text: '{query:challenge}' } },
  },
  notes: ['Payload only names accounts; no event id.'],
};
