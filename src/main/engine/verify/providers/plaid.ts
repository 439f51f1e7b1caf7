// Plaid.

import type { ProviderEntry } from '../provider.ts';

export const plaid: ProviderEntry = {
  id: 'plaid',
  name: 'Plaid',
  category: 'payments',
  docs: 'https://plaid.com/docs/api/webhooks/webhook-verification/',
  confidence: 'documented',
  secretHint:
    'A JSON Web Key: the answer of /webhook_verification_key/get for the key id (kid) of the token. Plaid gives it out only with your client id and secret, so it is not fetched from here: ask for it and paste it.',
  deadlineSeconds: 10,
  retries: 'Tries again for up to 24 h, each wait four times as long as the one before.',
  eventType: 'json:$.webhook_type+json:$.webhook_code',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Plaid-Verification' },
      algs: ['ES256'],
      bodyHash: { claim: 'request_body_sha256', encoding: 'hex' },
      signedAt: { claim: 'iat', tolerance: 300 },
    },
  ],
  notes: [
    'Plaid hands its keys only to those who have API credentials, and changes them from time to time: several may be entered.',
    'The hash depends on every space of the body, which is indented by two.',
  ],
};
