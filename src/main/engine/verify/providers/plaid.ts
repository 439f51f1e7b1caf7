// Plaid.

import type { ProviderEntry } from '../provider.ts';

export const plaid: ProviderEntry = {
  id: 'plaid',
  name: 'Plaid',
  category: 'payments',
  docs: 'https://plaid.com/docs/api/webhooks/webhook-verification/',
  confidence: 'documented',
  secretHint:
    'The answer of /webhook_verification_key/get for the key id of the token (JSON Web Key, JSON).',
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
