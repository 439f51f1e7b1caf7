// MessageBird: webhooks signed with a JSON Web Token.

import type { ProviderEntry } from '../provider.ts';

export const messagebird: ProviderEntry = {
  id: 'messagebird',
  name: 'MessageBird (JWT signed webhooks)',
  sender: 'MessageBird',
  category: 'messaging',
  docs: 'https://github.com/messagebird/messagebird-nodejs/blob/master/lib/webhook-signature-jwt.js',
  confidence: 'source',
  secretHint: 'The signing key of the account, from the developer settings.',
  messageId: 'token:MessageBird-Signature-JWT:$.jti',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'MessageBird-Signature-JWT' },
      algs: ['HS256', 'HS384', 'HS512'],
      claims: { iss: 'MessageBird' },
      bodyHash: { claim: 'payload_hash', encoding: 'hex', optionalWhenEmpty: true },
      urlHash: { claim: 'url_hash', encoding: 'hex' },
      leeway: 5,
    },
  ],
  notes: ['The URL that is signed has the scheme, the host and the query as MessageBird calls it.'],
};
