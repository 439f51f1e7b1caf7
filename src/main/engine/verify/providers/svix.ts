// Svix.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const svix: ProviderEntry = {
  id: 'svix',
  name: 'Svix',
  category: 'generic',
  docs: 'https://docs.svix.com/receiving/verifying-payloads/how-manual',
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  deadlineSeconds: 15,
  retries: 'Svix schedule: immediate, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h.',
  messageId: 'header:svix-id',
  eventType: 'json:$.type',
  rules: [standardRule('svix')],
  notes: ['Also accepts unbranded webhook-* headers.'],
};
