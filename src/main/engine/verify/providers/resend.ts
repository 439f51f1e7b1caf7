// Resend.

import type { ProviderEntry } from '../provider.ts';
import { resendSamples } from '../samples/resend.ts';
import { standardRule } from '../standard-rule.ts';

export const resend: ProviderEntry = {
  id: 'resend',
  name: 'Resend',
  category: 'email',
  docs: 'https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests',
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  deadlineSeconds: 15,
  retries: 'Svix schedule: immediate, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h.',
  messageId: 'header:svix-id',
  eventType: 'json:$.type',
  rules: [standardRule('svix')],
  samples: resendSamples,
};
