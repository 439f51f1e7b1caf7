// QuickBooks Online (Intuit).

import type { ProviderEntry } from '../provider.ts';

export const quickbooks: ProviderEntry = {
  id: 'quickbooks',
  name: 'QuickBooks Online (Intuit)',
  sender: 'QuickBooks',
  category: 'accounting',
  docs: 'https://developer.intuit.com/app/developer/qbo/docs/develop/webhooks',
  confidence: 'documented',
  secretHint: 'Verifier token.',
  deadlineSeconds: 3,
  retries: 'Retried 20, 30, 50 min intervals then disabled.',
  messageId: 'json:$[0].id',
  eventType:
    'json:$[0].type|json:$.eventNotifications[0].dataChangeEvent.entities[0].name+json:$.eventNotifications[0].dataChangeEvent.entities[0].operation',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'intuit-signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
