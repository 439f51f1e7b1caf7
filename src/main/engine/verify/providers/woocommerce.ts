// WooCommerce.

import type { ProviderEntry } from '../provider.ts';
import { woocommerceSamples } from '../samples/woocommerce.ts';

export const woocommerce: ProviderEntry = {
  id: 'woocommerce',
  name: 'WooCommerce',
  category: 'commerce',
  docs: 'https://woocommerce.com/document/webhooks/',
  confidence: 'source',
  deadlineSeconds: 60,
  retries: 'No retry; disabled after 5 consecutive failures.',
  messageId: 'header:X-WC-Webhook-Delivery-ID',
  eventType: 'header:X-WC-Webhook-Topic',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: { in: 'header', name: 'X-WC-Webhook-Signature', style: 'plain' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'form:webhook_id': true } },
    respond: { status: 200 },
  },
  samples: woocommerceSamples,
};
