// Adyen: the signature is in the notification, over eight of its values.

import type { ProviderEntry } from '../provider.ts';
import { adyenSamples } from '../samples/adyen.ts';

export const adyen: ProviderEntry = {
  id: 'adyen',
  name: 'Adyen standard webhooks',
  sender: 'Adyen',
  category: 'payments',
  docs: 'https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures',
  confidence: 'documented',
  secretHint: 'The HMAC key of the webhook, 64 hexadecimal characters.',
  deadlineSeconds: 10,
  retries: 'Retried with growing delay for up to 7 days.',
  messageId:
    'json:$.notificationItems[0].NotificationRequestItem.pspReference+json:$.notificationItems[0].NotificationRequestItem.eventCode',
  eventType: 'json:$.notificationItems[0].NotificationRequestItem.eventCode',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'hex',
      signature: {
        in: 'json',
        path: '$.notificationItems[0].NotificationRequestItem.additionalData.hmacSignature',
        style: 'plain',
      },
      signedContent: '{adyen.item}',
      timestamp: null,
      warnings: [
        'Adyen signs eight values of the notification (reference, merchant, amount, event and success): the rest of the body is not protected.',
      ],
    },
  ],
  clues: [
    {
      at: 'json:$.notificationItems[0].NotificationRequestItem.pspReference',
      points: 3,
      says: 'a NotificationRequestItem with a pspReference',
    },
  ],
  notes: ['Values that are absent are signed as empty text.', 'It wants [accepted] as the answer.'],
  samples: adyenSamples,
};
