// Webex.

import type { ProviderEntry } from '../provider.ts';

export const webex: ProviderEntry = {
  id: 'webex',
  name: 'Webex',
  category: 'work',
  docs: 'https://developer.webex.com/docs/api/guides/webhooks',
  confidence: 'corroborated',
  retries: 'Disabled after 100 failures in 5 minutes.',
  messageId: 'json:$.data.id+json:$.event',
  eventType: 'json:$.resource+json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha1',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Spark-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Webex-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: [
    'The header with SHA-256 is known from public clients only, not from a document of Webex.',
  ],
};
