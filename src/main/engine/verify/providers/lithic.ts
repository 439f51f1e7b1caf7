// Lithic.

import type { ProviderEntry } from '../provider.ts';
import { standardRule } from '../standard-rule.ts';

export const lithic: ProviderEntry = {
  id: 'lithic',
  name: 'Lithic',
  category: 'payments',
  docs: null,
  confidence: 'source',
  secretHint: 'whsec_ and base64.',
  messageId: 'header:webhook-id',
  eventType: 'json:$.event_type',
  rules: [standardRule()],
};
