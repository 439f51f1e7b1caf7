// npm registry hooks.

import type { ProviderEntry } from '../provider.ts';

export const npmHooks: ProviderEntry = {
  id: 'npm-hooks',
  name: 'npm registry hooks',
  category: 'code',
  docs: 'https://github.com/npm/registry/blob/main/docs/hooks/hooks-payload.md',
  confidence: 'documented',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'x-npm-signature', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Registry hooks service retired; kept for self-hosted / replicas.'],
};
