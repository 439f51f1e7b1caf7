// Gitea.

import type { ProviderEntry } from '../provider.ts';

export const gitea: ProviderEntry = {
  id: 'gitea',
  name: 'Gitea',
  category: 'code',
  docs: 'https://docs.gitea.com/usage/webhooks',
  confidence: 'corroborated',
  deadlineSeconds: 5,
  retries: 'None by default (DELIVER_TIMEOUT configurable).',
  messageId: 'header:X-Gitea-Delivery',
  eventType: 'header:X-Gitea-Event',
  rules: [
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
  notes: ['Also sends GitHub-compatible headers (X-GitHub-Event…).'],
};
