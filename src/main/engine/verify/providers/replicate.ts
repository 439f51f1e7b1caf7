// Replicate.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const replicate: ProviderEntry = {
  id: 'replicate',
  name: 'Replicate',
  category: 'ai',
  docs: 'https://www.npmjs.com/package/replicate',
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  retries: 'Terminal states retried with growing delay.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.status',
  rules: [standardRule()],
};
