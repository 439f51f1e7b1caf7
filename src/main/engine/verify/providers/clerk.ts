// Clerk.

import type { ProviderEntry } from '../provider.ts';
import { clerkSamples } from '../samples/clerk.ts';
import { standardRule } from '../standard-rule.ts';

export const clerk: ProviderEntry = {
  id: 'clerk',
  name: 'Clerk',
  category: 'identity',
  docs: 'https://clerk.com/docs/webhooks/sync-data',
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  deadlineSeconds: 15,
  retries: 'Svix schedule: immediate, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h.',
  messageId: 'header:svix-id',
  eventType: 'json:$.type',
  rules: [standardRule('svix')],
  samples: clerkSamples,
};
