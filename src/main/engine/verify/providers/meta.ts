// Meta Graph API / Facebook.

import type { ProviderEntry } from '../provider.ts';
import { metaSamples } from '../samples/meta.ts';
import { VERIFY_TOKEN } from '../verify-token.ts';

export const meta: ProviderEntry = {
  id: 'meta',
  name: 'Meta Graph API / Facebook',
  sender: 'Meta',
  category: 'social',
  docs: 'https://developers.facebook.com/docs/graph-api/webhooks/getting-started',
  confidence: 'corroborated',
  secretHint: 'App Secret.',
  retries: 'Immediate then decreasing frequency over 36 h.',
  messageId: 'json:$.entry[0].id+json:$.entry[0].time',
  eventType: 'json:$.entry[0].changes[0].field',
  moreClues: [
    { at: 'json:$.entry[0].changes[0].field', points: 1, says: 'a changed field' },
    {
      at: 'json:$.object',
      like: /^(?:page|user|permissions|application|payments|ad_account)$/,
      points: 1,
      says: 'an object of the Graph API',
    },
    { at: 'query:hub.verify_token', points: 3, says: 'a query parameter hub.verify_token' },
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
  notes: [
    'Signature is over the payload with non-ASCII escaped as \\uXXXX as sent: use the raw bytes.',
    'Up to 1000 updates batched.',
  ],
  samples: metaSamples,
};
