// Vonage: the signed webhooks of its Messages, Voice and Verify APIs.

import type { ProviderEntry } from '../provider.ts';

export const vonage: ProviderEntry = {
  id: 'vonage',
  name: 'Vonage (signed webhooks)',
  sender: 'Vonage',
  category: 'messaging',
  docs: 'https://developer.vonage.com/en/getting-started/concepts/webhooks',
  confidence: 'source',
  secretHint: 'The signature secret of the account, from the settings of the API dashboard.',
  deadlineSeconds: 15,
  retries: 'The Messages API tries again for 24 h; the answer URL of a call is called once.',
  messageId: 'json:$.message_uuid+json:$.status|json:$.uuid+json:$.status',
  eventType: 'json:$.status',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      algs: ['HS256'],
      bodyHash: { claim: 'payload_hash', encoding: 'hex', optionalWhenEmpty: true },
      signedAt: { claim: 'iat', tolerance: 300 },
    },
  ],
  clues: [
    { at: 'token:Authorization:$.payload_hash', points: 2, says: 'a token with a payload_hash' },
    { at: 'json:$.message_uuid', points: 2, says: 'a message_uuid' },
  ],
  notes: ['The claims api_key and application_id say whose secret it is signed with.'],
};
