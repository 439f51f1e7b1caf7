// Zoho Payments.

import type { ProviderEntry } from '../provider.ts';

export const zohoPayments: ProviderEntry = {
  id: 'zoho-payments',
  name: 'Zoho Payments',
  category: 'payments',
  docs: 'https://zoho.com/in/payments/developerdocs/webhooks/verification',
  confidence: 'documented',
  deadlineSeconds: 15,
  messageId: 'json:$.event_id',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Zoho-Webhook-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 'ms', tolerance: null },
    },
  ],
};
