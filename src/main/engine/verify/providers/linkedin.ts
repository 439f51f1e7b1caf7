// LinkedIn.

import type { ProviderEntry } from '../provider.ts';

export const linkedin: ProviderEntry = {
  id: 'linkedin',
  name: 'LinkedIn',
  category: 'social',
  docs: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation',
  confidence: 'documented',
  secretHint: 'Client secret.',
  moreClues: [{ at: 'query:challengeCode', points: 3, says: 'a query parameter challengeCode' }],
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-LI-Signature', style: 'plain' },
      signedContent: 'hmacsha256={body}',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'GET', has: { 'query:challengeCode': true } },
    signs: {
      of: 'query:challengeCode',
      like: /^[\w-]{1,128}$/,
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
    },
    respond: {
      status: 200,
      body: { json: { challengeCode: '{query:challengeCode}', challengeResponse: '{signature}' } },
    },
  },
  notes: ['The literal hmacsha256= is part of the SIGNED CONTENT, not of the header.'],
};
