// Fourthwall.

import type { ProviderEntry } from '../provider.ts';

export const fourthwall: ProviderEntry = {
  id: 'fourthwall',
  name: 'Fourthwall',
  category: 'commerce',
  docs: 'https://docs.fourthwall.com/webhooks/signature-verification',
  confidence: 'documented',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Fourthwall-Hmac-SHA256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Fourthwall-Hmac-Apps-SHA256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
};
