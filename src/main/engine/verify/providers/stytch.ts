// Stytch.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const stytch: ProviderEntry = {
  id: 'stytch',
  name: 'Stytch',
  category: 'identity',
  docs: 'https://stytch.com/docs/guides/webhooks/quickstart',
  confidence: 'corroborated',
  secretHint: 'whsec_ and base64.',
  deadlineSeconds: 15,
  retries: 'Svix schedule: immediate, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h.',
  messageId: 'header:svix-id',
  eventType: 'json:$.action',
  rules: [standardRule('svix')],
};
