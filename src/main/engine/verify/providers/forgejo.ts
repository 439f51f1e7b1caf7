// Forgejo / Codeberg.

import type { ProviderEntry } from '../provider.ts';

export const forgejo: ProviderEntry = {
  id: 'forgejo',
  name: 'Forgejo / Codeberg',
  sender: 'Forgejo',
  category: 'code',
  docs: 'https://forgejo.org/docs/latest/user/webhooks/',
  confidence: 'corroborated',
  messageId: 'header:X-Forgejo-Delivery',
  eventType: 'header:X-Forgejo-Event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Forgejo-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Gitea-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature-256', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Authorization header may also be configured.'],
};
