// Supabase Auth hooks.

import type { ProviderEntry } from '../provider.ts';

export const supabase: ProviderEntry = {
  id: 'supabase',
  name: 'Supabase Auth hooks',
  category: 'identity',
  docs: 'https://supabase.com/docs/guides/auth/auth-hooks',
  confidence: 'corroborated',
  secretHint: 'V1,whsec_<base64>; several joined with |.',
  deadlineSeconds: 5,
  retries: 'Up to 3 retries on 429/503 with retry-after.',
  messageId: 'header:webhook-id',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'base64',
      key: 'base64-after-prefix:v1,whsec_',
      signature: {
        in: 'header',
        name: 'webhook-signature',
        style: 'list',
        separator: ' ',
        prefix: 'v1,',
      },
      signedContent: '{id}.{timestamp}.{body}',
      timestamp: { from: 'header:webhook-timestamp', unit: 's', tolerance: 300 },
    },
  ],
  notes: [
    'Strip "v1,whsec_" before base64-decoding.',
    'Answer body is used (custom claims, errors).',
  ],
};
