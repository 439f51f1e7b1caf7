// Smartsheet.

import type { ProviderEntry } from '../provider.ts';

export const smartsheet: ProviderEntry = {
  id: 'smartsheet',
  name: 'Smartsheet',
  category: 'work',
  docs: 'https://developers.smartsheet.com/api/smartsheet/guides/webhooks/webhook-verification',
  confidence: 'unconfirmed',
  retries: 'Up to 14 retries over 7 h.',
  messageId: 'json:$.nonce',
  eventType: 'json:$.events[0].objectType+json:$.events[0].eventType',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'Smartsheet-Hmac-SHA256', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'header:Smartsheet-Hook-Challenge': true } },
    respond: {
      status: 200,
      headers: { 'Smartsheet-Hook-Response': '{header:Smartsheet-Hook-Challenge}' },
      body: { json: { smartsheetHookResponse: '{header:Smartsheet-Hook-Challenge}' } },
    },
  },
  notes: ['Ports 443, 8000, 8008, 8080, 8443 only.'],
};
