// Maxio / Chargify.

import type { ProviderEntry } from '../provider.ts';

export const chargify: ProviderEntry = {
  id: 'chargify',
  name: 'Maxio / Chargify',
  sender: 'Maxio',
  category: 'payments',
  docs: 'https://docs.maxio.com/hc/en-us/articles/24266136649869',
  confidence: 'corroborated',
  messageId: 'header:X-Chargify-Webhook-Id',
  eventType: 'form:event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Chargify-Webhook-Signature-Hmac-Sha-256',
        style: 'plain',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  notes: ['Form-encoded body, sign the raw form.'],
};
