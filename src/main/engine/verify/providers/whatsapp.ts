// WhatsApp Cloud API.

import type { ProviderEntry } from '../provider.ts';
import { whatsappSamples } from '../samples/whatsapp.ts';
import { VERIFY_TOKEN } from '../verify-token.ts';

export const whatsapp: ProviderEntry = {
  id: 'whatsapp',
  name: 'WhatsApp Cloud API',
  category: 'social',
  docs: 'https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks',
  confidence: 'unconfirmed',
  retries: 'Retried for up to 7 days.',
  messageId:
    'json:$.entry[0].changes[0].value.messages[0].id|json:$.entry[0].changes[0].value.statuses[0].id+json:$.entry[0].changes[0].value.statuses[0].status',
  eventType: 'json:$.entry[0].changes[0].field',
  moreClues: [
    {
      at: 'json:$.object',
      like: /^whatsapp_business_account$/,
      points: 3,
      says: 'the object whatsapp_business_account',
    },
    { at: 'query:hub.verify_token', points: 2, says: 'a query parameter hub.verify_token' },
  ],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Hub-Signature-256', style: 'plain', prefix: 'sha256=' },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:hub.challenge': true } },
    verifyToken: 'query:hub.verify_token',
    respond: { status: 200, body: { text: '{query:hub.challenge}' } },
  },
  options: [VERIFY_TOKEN],
  samples: whatsappSamples,
};
