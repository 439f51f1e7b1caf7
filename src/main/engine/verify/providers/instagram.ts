// Instagram (Graph API).

import type { ProviderEntry } from '../provider.ts';
import { VERIFY_TOKEN } from '../verify-token.ts';

export const instagram: ProviderEntry = {
  id: 'instagram',
  name: 'Instagram (Graph API)',
  sender: 'Instagram',
  category: 'social',
  docs: 'https://developers.facebook.com/docs/instagram-platform/webhooks',
  confidence: 'unconfirmed',
  messageId: 'json:$.entry[0].messaging[0].message.mid',
  eventType: 'json:$.entry[0].changes[0].field',
  moreClues: [
    {
      at: 'json:$.object',
      like: /^instagram$/,
      points: 3,
      says: 'the object instagram',
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
  notes: ['Instagram Login apps sign with the Instagram app secret.'],
};
