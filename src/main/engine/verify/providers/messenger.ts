// Facebook Messenger.

import type { ProviderEntry } from '../provider.ts';
import { VERIFY_TOKEN } from '../verify-token.ts';

export const messenger: ProviderEntry = {
  id: 'messenger',
  name: 'Facebook Messenger',
  category: 'social',
  docs: 'https://developers.facebook.com/docs/messenger-platform/webhooks',
  confidence: 'unconfirmed',
  deadlineSeconds: 20,
  retries: 'Retried; subscription disabled after 8 h of failures.',
  messageId: 'json:$.entry[0].messaging[0].message.mid',
  moreClues: [
    {
      at: 'json:$.entry[0].messaging[0].sender.id',
      points: 3,
      says: 'a message with its sender',
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
};
