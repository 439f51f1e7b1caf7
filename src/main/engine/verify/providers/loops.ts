// Loops.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const loops: ProviderEntry = {
  id: 'loops',
  name: 'Loops',
  category: 'email',
  docs: 'https://loops.so/docs/webhooks',
  confidence: 'unconfirmed',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.eventName',
  rules: [standardRule()],
  notes: ['Standard Webhooks style headers.'],
};
