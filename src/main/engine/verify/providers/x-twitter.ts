// X (Twitter) Account Activity / webhooks v2.

import type { ProviderEntry } from '../provider.ts';

export const xTwitter: ProviderEntry = {
  id: 'x-twitter',
  name: 'X (Twitter) Account Activity / webhooks v2',
  sender: 'X',
  category: 'social',
  docs: 'https://docs.x.com/x-api/webhooks/quickstart',
  confidence: 'corroborated',
  secretHint: 'App consumer (API) secret.',
  deadlineSeconds: 3,
  retries: 'Retries for 4 h when enabled.',
  moreClues: [{ at: 'query:crc_token', points: 3, says: 'a query parameter crc_token' }],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'x-twitter-webhooks-signature',
        style: 'plain',
        prefix: 'sha256=',
      },
      signedContent: '{body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:crc_token': true } },
    signs: {
      of: 'query:crc_token',
      like: /^[\w.~+/=-]{1,256}$/,
      hash: 'sha256',
      encoding: 'base64',
      key: 'utf8',
    },
    respond: { status: 200, body: { json: { response_token: 'sha256={signature}' } } },
  },
  notes: ['Failing a CRC marks the webhook invalid: the tunnel must stay up.'],
};
