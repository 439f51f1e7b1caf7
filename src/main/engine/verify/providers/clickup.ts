// ClickUp.

import type { ProviderEntry } from '../provider.ts';

export const clickup: ProviderEntry = {
  id: 'clickup',
  name: 'ClickUp',
  category: 'work',
  docs: 'https://developer.clickup.com/docs/webhooksignature',
  confidence: 'documented',
  deadlineSeconds: 7,
  retries: '5 retries, then failing; suspended after 100 failures.',
  messageId: 'json:$.history_items[0].id',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
